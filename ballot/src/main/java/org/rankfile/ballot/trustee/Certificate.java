// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A trustee's statement with which keys they sign and are written to, signed with the first.
///
/// @param signed the statement as it is hashed and signed
/// @param verification what their messages are verified with
/// @param encryption what messages to them are encrypted with
/// @param place where they stand, from Belenios 2.5.1 on
public record Certificate(
        Signed signed, Element verification, Element encryption, Optional<Place> place) {
    /// Where a trustee stands in a threshold set-up.
    ///
    /// @param group the name of the group
    /// @param size how many trustees there are
    /// @param threshold how many are enough
    /// @param index from 1 to the size
    public record Place(String group, int size, int threshold, int index) {
        ObjectNode json() {
            return CanonicalJson.object()
                    .put("group", group)
                    .put("size", size)
                    .put("threshold", threshold)
                    .put("index", index);
        }

        static Place read(JsonValue json) throws Malformed {
            return new Place(
                    json.field("group").text(),
                    json.field("size").number(1, Limits.TRUSTEES),
                    json.field("threshold").number(1, Limits.TRUSTEES),
                    json.field("index").number(1, Limits.TRUSTEES));
        }
    }

    static String message(Place place, Element verification, Element encryption) {
        ObjectNode json = CanonicalJson.object();
        json.set("context", place.json());
        json.put("verification", verification.toString());
        json.put("encryption", encryption.toString());
        return CanonicalJson.text(json);
    }

    /// Reads what a trustee stated.
    ///
    /// @throws Malformed for what is no statement
    public static Certificate of(Signed signed) throws Malformed {
        JsonValue json = CanonicalJson.read(signed.message().getBytes(StandardCharsets.UTF_8));
        Optional<JsonValue> place = json.optional("context");
        return new Certificate(
                signed,
                json.field("verification").element(),
                json.field("encryption").element(),
                place.isEmpty() ? Optional.empty() : Optional.of(Place.read(place.get())));
    }

    /// Reads a certificate. Whether it holds, [Participant#contribute] says.
    ///
    /// @throws Malformed for what is no signed statement in its one form
    public static Certificate read(byte[] bytes) throws Malformed {
        Signed signed = Signed.read(CanonicalJson.read(bytes, Limits.TRUSTEE_BYTES));
        return CanonicalJson.inOneForm(of(signed), Certificate::bytes, bytes);
    }

    /// The statement and its signature, in their one form.
    public byte[] bytes() {
        return CanonicalJson.bytes(signed.json());
    }

    /// The name of its files: the hash of the statement.
    public String id() {
        return Hash.sha256Plain(signed.message().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// Whether both keys are of the group, it is signed with the first, and the place, where it is
    /// told, is the one given.
    boolean holds(Group group, Place expected) {
        return group.contains(verification)
                && group.contains(encryption)
                && signed.isBy(group, verification)
                && place.map(expected::equals).orElse(true);
    }
}
