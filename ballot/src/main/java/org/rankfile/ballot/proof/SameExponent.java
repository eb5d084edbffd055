// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

import java.util.List;
import java.util.random.RandomGenerator;

/// Proofs that two elements are the same power of two bases (Chaum and Pedersen): that a ciphertext
/// was decrypted with the key that belongs to a public one.
public final class SameExponent {
    private SameExponent() {}

    /// A proof that `g^secret` and `base^secret` have the same exponent, bound to the prefix.
    public static Proof prove(
            Group group, String prefix, Element base, Scalar secret, RandomGenerator random) {
        Scalar nonce = group.random(random);
        List<Element> commitments = List.of(group.power(nonce), group.power(base, nonce));
        Scalar challenge = group.hash(prefix, commitments);
        return new Proof(challenge, group.minus(nonce, group.times(secret, challenge)));
    }

    /// Whether the proof holds: `key` is to the generator what `power` is to `base`. All three have
    /// to be elements of the group.
    public static boolean verify(Group group, String prefix, Claim claim, Proof proof) {
        if (!proof.isInRange(group)) {
            return false;
        }
        Scalar challenge = proof.challenge();
        Element first =
                group.times(group.power(proof.response()), group.power(claim.key(), challenge));
        Element second =
                group.times(
                        group.power(claim.base(), proof.response()),
                        group.power(claim.power(), challenge));
        return group.hash(prefix, List.of(first, second)).equals(challenge);
    }

    /// What is claimed.
    ///
    /// @param key the generator to the secret
    /// @param power the base to the same secret
    public record Claim(Element key, Element base, Element power) {}
}
