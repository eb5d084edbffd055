// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;

import java.util.Set;
import java.util.random.RandomGenerator;

/// A message of a trustee with its signature (specification of Belenios 1, "Signed messages").
///
/// @param message its exact text
/// @param signature of the text, by who knows the exponent of a verification key
public record Signed(String message, Proof signature) {
    static Signed by(Group group, Scalar secret, String message, RandomGenerator random) {
        return new Signed(message, Knowledge.prove(group, prefix(message), secret, random));
    }

    boolean isBy(Group group, Element verificationKey) {
        return Knowledge.verify(group, prefix(message), verificationKey, signature);
    }

    private static String prefix(String message) {
        return "sigmsg|" + message + "|";
    }

    ObjectNode json() {
        return CanonicalJson.object()
                .put("message", message)
                .set("signature", CryptoJson.of(signature));
    }

    static Signed read(JsonValue json) throws Malformed {
        json.only(Set.of("message", "signature"));
        return new Signed(json.field("message").text(), CryptoJson.proof(json.field("signature")));
    }
}
