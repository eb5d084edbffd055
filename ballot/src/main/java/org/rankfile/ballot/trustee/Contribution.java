// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What one trustee gives to a key made together.
///
/// @param polynomial a letter to themselves: their secret polynomial
/// @param shares a letter to each trustee: the polynomial's value for them
/// @param commitments what the polynomial is bound by
/// @param agreement their signature of everybody's certificates and of the commitments
public record Contribution(
        String polynomial, List<String> shares, Commitments commitments, Proof agreement) {
    private static final Label PROMISE = new Label("rankfile/ballot-promise/1");

    public Contribution {
        shares = List.copyOf(shares);
    }

    /// What a trustee tells first, and everybody waits for, before anybody shows commitments: who
    /// shows theirs last could otherwise choose the election's key (`ballot.md`; Belenios 1 has no
    /// such step).
    ///
    /// @param by whose contribution it is
    public Hash promise(Certificate by) {
        byte[] certificate = by.signed().message().getBytes(StandardCharsets.UTF_8);
        byte[] commitment = commitments.signed().message().getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(
                PROMISE,
                Hash.sha256Plain(certificate).bytes(),
                Hash.sha256Plain(commitment).bytes());
    }
}
