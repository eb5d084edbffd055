// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;

/// A number that stands for an element of a [Group]. Whether it is one is for [Group#contains] to
/// say: what was read from outside is not, until that was asked.
///
/// @param value above 0 and below the group's modulus
public record Element(BigInteger value) {
    /// In decimal, as in JSON and in hash inputs.
    @Override
    public String toString() {
        return value.toString();
    }
}
