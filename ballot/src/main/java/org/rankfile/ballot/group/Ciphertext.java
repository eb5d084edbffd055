// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

/// A number encrypted by exponential ElGamal: `(g^r, y^r·g^m)` under the key `y`.
///
/// @param alpha what hides the randomness
/// @param beta what hides the number
public record Ciphertext(Element alpha, Element beta) {
    /// The encryption of the sum, under the same key.
    public Ciphertext plus(Ciphertext other, Group group) {
        return new Ciphertext(group.times(alpha, other.alpha), group.times(beta, other.beta));
    }

    /// The encryption of a multiple.
    public Ciphertext times(Scalar factor, Group group) {
        return new Ciphertext(group.power(alpha, factor), group.power(beta, factor));
    }
}
