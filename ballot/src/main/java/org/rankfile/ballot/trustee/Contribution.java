// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// What one trustee gives to a key made together.
///
/// @param polynomial a letter to themselves: their secret polynomial
/// @param shares a letter to each trustee: the polynomial's value for them
/// @param commitments what the polynomial is bound by
/// @param agreement their signature of everybody's certificates and of the commitments
public record Contribution(
        String polynomial, List<String> shares, Commitments commitments, Proof agreement) {
    private static final Set<String> FIELDS =
            Set.of("polynomial", "secrets", "coefexps", "signature");
    private static final Label PROMISE = new Label("rankfile/ballot-promise/1");

    public Contribution {
        shares = List.copyOf(shares);
    }

    /// Reads a contribution. Whether it holds, [Participant#share] says.
    ///
    /// @throws Malformed for what is no contribution in its one form
    public static Contribution read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes, Limits.CONTRIBUTION_BYTES).only(FIELDS);
        Contribution contribution =
                new Contribution(
                        json.field("polynomial").text(),
                        json.field("secrets").list(Limits.TRUSTEES, JsonValue::text),
                        Commitments.of(Signed.read(json.field("coefexps"))),
                        CryptoJson.proof(json.field("signature")));
        return CanonicalJson.inOneForm(contribution, Contribution::bytes, bytes);
    }

    /// The bytes, in their one form: the fields that Belenios 3 gives a polynomial.
    public byte[] bytes() {
        ObjectNode json = CanonicalJson.object().put("polynomial", polynomial);
        ArrayNode secrets = json.putArray("secrets");
        shares.forEach(secrets::add);
        json.set("coefexps", commitments.signed().json());
        json.set("signature", CryptoJson.of(agreement));
        return CanonicalJson.bytes(json);
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
