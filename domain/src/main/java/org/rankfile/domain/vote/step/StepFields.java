// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.PersonId;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What the fields of steps are made of, as JSON.
final class StepFields {
    private StepFields() {}

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static byte[] utf8(JsonValue json) throws Malformed {
        return json.text().getBytes(StandardCharsets.UTF_8);
    }

    static String hex(Signature signature) {
        return HexFormat.of().formatHex(signature.bytes());
    }

    static String hex(VerifyKey key) {
        return HexFormat.of().formatHex(key.bytes());
    }

    static VerifyKey key(JsonValue json) throws Malformed {
        Optional<VerifyKey> key = VerifyKey.of(json.hash().bytes());
        if (key.isEmpty()) {
            throw json.wrong("not a key");
        }
        return key.get();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] base64(JsonValue json) throws Malformed {
        try {
            return Base64.getDecoder().decode(json.text());
        } catch (IllegalArgumentException notBase64) {
            throw json.wrong("not in Base64");
        }
    }

    static ObjectNode of(Letter letter) {
        return CanonicalJson.object()
                .put("enc", base64(letter.enc()))
                .put("ct", base64(letter.ct()));
    }

    static Letter letter(JsonValue json) throws Malformed {
        return new Letter(base64(json.field("enc")), base64(json.field("ct")));
    }

    static void letters(ArrayNode array, List<Letter> letters) {
        letters.forEach(letter -> array.add(of(letter)));
    }

    static ObjectNode of(EntryMail mail) {
        return CanonicalJson.object()
                .put("hint", base64(mail.hint()))
                .put("sealed", base64(mail.sealed()));
    }

    static EntryMail mail(JsonValue json) throws Malformed {
        return new EntryMail(base64(json.field("hint")), base64(json.field("sealed")));
    }

    static void members(ArrayNode array, List<Roster.Member> members) {
        members.forEach(member ->
                array.addObject().put("id", member.id().hex()).put("key", hex(member.key())));
    }

    static List<Roster.Member> members(JsonValue json) throws Malformed {
        return json.list(
                Limits.ROSTER,
                each -> new Roster.Member(each.field("id").hash(), key(each.field("key"))));
    }

    static void people(ArrayNode array, List<PersonId> people) {
        people.forEach(person -> array.add(person.hash().hex()));
    }

    static List<PersonId> people(JsonValue json) throws Malformed {
        return json.list(Limits.OFFICERS, each -> new PersonId(each.hash()));
    }
}
