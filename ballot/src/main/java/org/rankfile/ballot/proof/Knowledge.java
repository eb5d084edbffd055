// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Base;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

import java.util.List;
import java.util.random.RandomGenerator;

/// Proofs that somebody knows the exponent of an element (Schnorr), which are signatures where the
/// prefix holds a message.
public final class Knowledge {
    private Knowledge() {}

    /// A proof of knowing `secret`, bound to the prefix.
    public static Proof prove(Group group, String prefix, Scalar secret, RandomGenerator random) {
        Scalar nonce = group.random(random);
        Scalar challenge = group.hash(prefix, List.of(group.power(nonce)));
        return new Proof(challenge, group.minus(nonce, group.times(secret, challenge)));
    }

    /// Whether the proof holds for `of`, which has to be an element of the group.
    public static boolean verify(Group group, String prefix, Element of, Proof proof) {
        return verify(group, prefix, group.powers(of, 1), proof);
    }

    /// Whether the proof holds for an element that is ready for powers.
    public static boolean verify(Group group, String prefix, Base of, Proof proof) {
        if (!proof.isInRange(group)) {
            return false;
        }
        Element commitment =
                group.product(group.generatorBase().to(proof.response()), of.to(proof.challenge()));
        return group.hash(prefix, List.of(commitment)).equals(proof.challenge());
    }
}
