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
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The annex as JSON. What is signed stands in it as the text that was signed.
final class AnnexJson {
    private static final int VERSION = 1;

    private AnnexJson() {}

    static byte[] bytes(Annex annex) {
        ObjectNode json = CanonicalJson.object().put("annex", VERSION);
        json.put("notice", text(annex.notice().bytes()));
        ArrayNode agreed = json.putArray("agreed");
        annex.agreed().forEach(signature -> agreed.add(hex(signature)));
        json.put("rules", annex.rules()).put("roll", text(annex.roll().bytes()));
        ArrayNode heads = json.putArray("envelopes");
        annex.heads().forEach(head -> heads.add(base64(head)));
        ArrayNode also = json.putArray("also");
        annex.also().forEach(envelope -> also.add(base64(envelope.bytes())));
        ArrayNode aside = json.putArray("aside");
        annex.aside().forEach(envelope -> aside.add(base64(envelope.bytes())));
        ArrayNode receipts = json.putArray("receipts");
        annex.receipts().forEach(receipt -> put(receipts.addObject(), receipt));
        ArrayNode ends = json.putArray("ends");
        annex.ends().forEach(end -> put(ends.addObject(), end));
        ArrayNode countersigned = json.putArray("countersigned");
        annex.countersigned().forEach(each -> put(countersigned.addObject(), each));
        ArrayNode seals = json.putArray("seals");
        annex.seals()
                .forEach(seal ->
                        seals.addObject()
                                .put("teller", seal.teller())
                                .put("root", seal.vote().root().hex())
                                .put("signature", hex(seal.signature())));
        return CanonicalJson.bytes(json);
    }

    private static void put(ObjectNode json, Receipt receipt) {
        json.put("witness", receipt.witness()).put("index", receipt.index());
        receipt.previous().ifPresent(hash -> json.put("previous", hash.hex()));
        json.put("time", receipt.time()).put("envelope", receipt.envelope().hex());
        json.put("signature", hex(receipt.signature()));
    }

    private static void put(ObjectNode json, Head.Signed signed) {
        json.put("witness", signed.head().witness()).put("size", signed.head().size());
        json.put("last", signed.head().last().hex()).put("by", signed.signer());
        json.put("signature", hex(signed.signature()));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String hex(Signature signature) {
        return HexFormat.of().formatHex(signature.bytes());
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
        Annex annex =
                new Annex(
                        Notice.read(utf8(json.field("notice"))),
                        json.field("agreed").list(Limits.TELLERS, JsonValue::signature),
                        json.field("rules").text(),
                        SignedRoll.read(utf8(json.field("roll"))),
                        json.field("envelopes").list(Limits.ARCHIVE_EVENTS, AnnexJson::base64),
                        json.field("also").list(Limits.ARCHIVE_EVENTS, AnnexJson::envelope),
                        json.field("aside").list(Limits.ARCHIVE_EVENTS, AnnexJson::envelope),
                        json.field("receipts")
                                .list(Limits.RECEIPTS, each -> receipt(each, election)),
                        json.field("ends").list(Limits.HEADS, each -> head(each, election)),
                        json.field("countersigned")
                                .list(Limits.HEADS, each -> head(each, election)),
                        json.field("seals").list(Limits.TELLERS, AnnexJson::seal));
        if (!Arrays.equals(annex.bytes(), bytes)) {
            throw json.wrong("not in canonical form");
        }
        return annex;
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

    private static Receipt receipt(JsonValue json, String election) throws Malformed {
        Optional<JsonValue> previous = json.optional("previous");
        return new Receipt(
                election,
                json.field("witness").number(0, Limits.WITNESSES),
                json.field("index").number(0, Limits.RECEIPTS),
                previous.isEmpty() ? Optional.empty() : Optional.of(previous.get().hash()),
                json.field("time").count(),
                json.field("envelope").hash(),
                json.field("signature").signature());
    }

    private static Head.Signed head(JsonValue json, String election) throws Malformed {
        Head head =
                new Head(
                        election,
                        json.field("witness").number(0, Limits.WITNESSES),
                        json.field("size").number(0, Limits.RECEIPTS),
                        json.field("last").hash());
        int by = json.field("by").number(0, Limits.WITNESSES);
        return new Head.Signed(head, by, json.field("signature").signature());
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
