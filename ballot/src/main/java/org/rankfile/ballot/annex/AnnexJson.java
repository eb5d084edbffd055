// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.annex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.SignedVote;
import org.rankfile.ballot.closing.Vote;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.ballot.witness.WitnessJson;
import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The annex as JSON. What is signed stands in it as the text that was signed.
final class AnnexJson {
    private static final int VERSION = 1;

    private AnnexJson() {}

    static byte[] bytes(Annex annex) {
        ObjectNode json = CanonicalJson.object().put("annex", VERSION);
        json.put("notice", text(annex.notice().bytes()));
        annex.convenor().ifPresent(signature -> json.put("convenor", CryptoJson.of(signature)));
        ArrayNode agreed = json.putArray("agreed");
        annex.agreed().forEach(signature -> agreed.add(CryptoJson.of(signature)));
        json.put("rules", annex.rules()).put("roll", text(annex.roll().bytes()));
        ArrayNode heads = json.putArray("envelopes");
        annex.heads().forEach(head -> heads.add(base64(head)));
        ArrayNode also = json.putArray("also");
        annex.also().forEach(envelope -> also.add(base64(envelope.bytes())));
        ArrayNode aside = json.putArray("aside");
        annex.aside().forEach(envelope -> aside.add(base64(envelope.bytes())));
        ArrayNode receipts = json.putArray("receipts");
        annex.receipts().forEach(receipt -> receipts.add(WitnessJson.of(receipt)));
        ArrayNode ends = json.putArray("ends");
        annex.ends().forEach(end -> ends.add(WitnessJson.of(end)));
        ArrayNode countersigned = json.putArray("countersigned");
        annex.countersigned().forEach(each -> countersigned.add(WitnessJson.of(each)));
        ArrayNode seals = json.putArray("seals");
        annex.seals()
                .forEach(seal ->
                        seals.addObject()
                                .put("teller", seal.teller())
                                .put("root", seal.vote().root().hex())
                                .put("signature", CryptoJson.of(seal.signature())));
        return CanonicalJson.bytes(json);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Reads an annex.
    ///
    /// @param election the fingerprint that statements name; the archive has it
    static Annex read(byte[] bytes, String election) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes);
        json.field("annex").number(VERSION, VERSION);
        Optional<JsonValue> convenor = json.optional("convenor");
        Annex annex =
                new Annex(
                        Notice.read(utf8(json.field("notice"))),
                        convenor.isEmpty()
                                ? Optional.empty()
                                : Optional.of(convenor.get().signature()),
                        json.field("agreed").list(Limits.TELLERS, JsonValue::signature),
                        json.field("rules").text(),
                        SignedRoll.read(utf8(json.field("roll"))),
                        json.field("envelopes").list(Limits.ARCHIVE_EVENTS, AnnexJson::base64),
                        json.field("also").list(Limits.ARCHIVE_EVENTS, AnnexJson::envelope),
                        json.field("aside").list(Limits.ARCHIVE_EVENTS, AnnexJson::envelope),
                        json.field("receipts")
                                .list(Limits.RECEIPTS, each -> WitnessJson.receipt(each, election)),
                        json.field("ends")
                                .list(Limits.HEADS, each -> WitnessJson.head(each, election)),
                        json.field("countersigned")
                                .list(Limits.HEADS, each -> WitnessJson.head(each, election)),
                        json.field("seals").list(Limits.TELLERS, AnnexJson::seal));
        return CanonicalJson.inOneForm(annex, Annex::bytes, bytes);
    }

    private static byte[] utf8(JsonValue json) throws Malformed {
        return json.text().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(JsonValue json) throws Malformed {
        try {
            return Base64.getDecoder().decode(json.text());
        } catch (IllegalArgumentException notBase64) {
            throw json.wrong("not in Base64");
        }
    }

    private static CastEnvelope envelope(JsonValue json) throws Malformed {
        try {
            return CastEnvelope.read(base64(json));
        } catch (Malformed wrong) {
            throw wrong.within(json.place());
        }
    }

    private static SignedVote seal(JsonValue json) throws Malformed {
        Hash root = json.field("root").hash();
        return new SignedVote(
                json.field("teller").number(0, Limits.TELLERS),
                new Vote(Vote.Kind.SEAL, 0, root),
                Optional.empty(),
                json.field("signature").signature());
    }
}
