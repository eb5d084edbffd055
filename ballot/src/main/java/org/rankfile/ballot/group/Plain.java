// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;

/// Powers of one base, each by itself. Nothing is faster for one or two, since the JVM has machine
/// code for [BigInteger#modPow].
final class Plain extends Base {
    private final BigInteger base;
    private final BigInteger modulus;

    Plain(Montgomery field, BigInteger base, BigInteger modulus) {
        super(field);
        this.base = base;
        this.modulus = modulus;
    }

    @Override
    long[] residue(Scalar exponent) {
        return field.enter(base.modPow(exponent.value(), modulus));
    }
}
