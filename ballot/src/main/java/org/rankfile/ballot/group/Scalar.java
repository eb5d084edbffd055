// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;

/// An exponent: a number from 0 to below the group's order. Many are secret, so it never prints.
///
/// @param value from 0 to below the group's order
public record Scalar(BigInteger value) {
    /// Nothing of the value.
    @Override
    public String toString() {
        return "Scalar";
    }
}
