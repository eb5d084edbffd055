// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The public half of what a trustee decrypts with, and the proof that they know the other half.
///
/// @param key the generator to the private half
/// @param known that whoever made it knows the private half
/// @param name as Belenios 2 and later may add it
/// @param signature in a threshold set-up from 2.5.1 on: the trustee's, of the key
public record DecryptionKey(
        Element key, Proof known, Optional<String> name, Optional<Proof> signature) {
    /// The public half of a secret.
    public static DecryptionKey of(Group group, Scalar secret, RandomGenerator random) {
        Element key = group.power(secret);
        Proof known = Knowledge.prove(group, prefix(group, key), secret, random);
        return new DecryptionKey(key, known, Optional.empty(), Optional.empty());
    }

    DecryptionKey signed(Proof by) {
        return new DecryptionKey(key, known, name, Optional.of(by));
    }

    private static String prefix(Group group, Element key) {
        return "pok|" + group.name() + "|" + key + "|";
    }

    /// Whether the key is of the group and its maker knows the private half.
    boolean holds(Group group) {
        return group.contains(key) && Knowledge.verify(group, prefix(group, key), key, known);
    }

    /// Reads a key. Whether its maker knows the private half is for the check of all [Trustees].
    ///
    /// @throws Malformed for what is no key in its one form
    public static DecryptionKey read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes, Limits.TRUSTEE_BYTES);
        return CanonicalJson.inOneForm(read(json), DecryptionKey::bytes, bytes);
    }

    /// The bytes, in their one form.
    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.set("pok", CryptoJson.of(known));
        json.put("public_key", key.toString());
        name.ifPresent(text -> json.put("name", text));
        signature.ifPresent(proof -> json.set("signature", CryptoJson.of(proof)));
        return json;
    }

    static DecryptionKey read(JsonValue json) throws Malformed {
        Optional<JsonValue> name = json.optional("name");
        Optional<JsonValue> signature = json.optional("signature");
        return new DecryptionKey(
                json.field("public_key").element(),
                CryptoJson.proof(json.field("pok")),
                name.isEmpty() ? Optional.empty() : Optional.of(name.get().text()),
                signature.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CryptoJson.proof(signature.get())));
    }
}
