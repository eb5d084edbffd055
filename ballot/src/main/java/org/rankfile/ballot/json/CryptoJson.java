// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Signature;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Ciphertexts, proofs and signatures as JSON. What is read has the right form; whether its numbers
/// are of the group is for whoever uses them.
public final class CryptoJson {
    private static final int BRANCHES = Limits.ANSWERS + 2;

    private CryptoJson() {}

    /// A ciphertext.
    public static ObjectNode of(Ciphertext ciphertext) {
        return CanonicalJson.object()
                .put("alpha", ciphertext.alpha().toString())
                .put("beta", ciphertext.beta().toString());
    }

    /// A proof.
    public static ObjectNode of(Proof proof) {
        return CanonicalJson.object()
                .put("challenge", proof.challenge().value().toString())
                .put("response", proof.response().value().toString());
    }

    /// An Ed25519 signature, in hexadecimal.
    public static String of(Signature signature) {
        return HexFormat.of().formatHex(signature.bytes());
    }

    /// Proofs of the branches of one claim.
    public static ArrayNode of(List<Proof> proofs) {
        ArrayNode array = CanonicalJson.array();
        proofs.forEach(proof -> array.add(of(proof)));
        return array;
    }

    /// Reads a ciphertext.
    public static Ciphertext ciphertext(JsonValue json) throws Malformed {
        json.only(Set.of("alpha", "beta"));
        return new Ciphertext(json.field("alpha").element(), json.field("beta").element());
    }

    /// Reads a proof.
    public static Proof proof(JsonValue json) throws Malformed {
        json.only(Set.of("challenge", "response"));
        return new Proof(json.field("challenge").scalar(), json.field("response").scalar());
    }

    /// Reads the proofs of one claim.
    public static List<Proof> proofs(JsonValue json) throws Malformed {
        return json.list(BRANCHES, CryptoJson::proof);
    }
}
