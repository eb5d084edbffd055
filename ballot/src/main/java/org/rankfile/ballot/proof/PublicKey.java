// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Base;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

/// What numbers are encrypted with. Holds a table of powers, so one is made for many ballots. Safe
/// from any thread.
public final class PublicKey {
    private final Group group;
    private final Element element;
    private final Base powers;

    /// The key `element`, which has to be an element of the group.
    public PublicKey(Group group, Element element) {
        this.group = group;
        this.element = element;
        powers = group.base(element);
    }

    /// The group it is of.
    public Group group() {
        return group;
    }

    /// The key itself.
    public Element element() {
        return element;
    }

    /// The key, ready for powers.
    public Base base() {
        return powers;
    }

    /// A number, encrypted with the given randomness.
    public Ciphertext encrypt(Scalar number, Scalar randomness) {
        return new Ciphertext(
                group.power(randomness),
                group.product(powers.to(randomness), group.generatorBase().to(number)));
    }

    /// Tables are not compared: two keys are the same where group and element are.
    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey that
                && group == that.group
                && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }
}
