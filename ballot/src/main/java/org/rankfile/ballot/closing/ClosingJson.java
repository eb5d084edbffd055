// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.closing.Vote.Kind;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What tellers say, as JSON (CLOSE-6).
final class ClosingJson {
    private static final Set<String> VOTE =
            Set.of("teller", "vote", "epoch", "root", "because", "signature");
    private static final Set<String> TURN = Set.of("teller", "turn", "committed", "signature");
    private static final Set<String> CERTIFICATE = Set.of("epoch", "root", "closes");
    private static final Set<String> CLOSE = Set.of("teller", "signature");

    private ClosingJson() {}

    static byte[] bytes(ClosingMessage message) {
        return CanonicalJson.bytes(
                switch (message) {
                    case SignedVote vote -> json(vote);
                    case Turn turn -> json(turn);
                });
    }

    private static ObjectNode json(SignedVote signed) {
        Vote vote = signed.vote();
        ObjectNode json = CanonicalJson.object().put("teller", signed.teller());
        json.put("vote", vote.kind().text()).put("epoch", vote.epoch());
        json.put("root", vote.root().hex());
        signed.because().ifPresent(certificate -> json.set("because", json(certificate)));
        return json.put("signature", CryptoJson.of(signed.signature()));
    }

    private static ObjectNode json(Turn turn) {
        ObjectNode json = CanonicalJson.object().put("teller", turn.teller());
        json.put("turn", turn.epoch());
        turn.committed().ifPresent(certificate -> json.set("committed", json(certificate)));
        return json.put("signature", CryptoJson.of(turn.signature()));
    }

    private static ObjectNode json(Certificate certificate) {
        ObjectNode json = CanonicalJson.object().put("epoch", certificate.epoch());
        json.put("root", certificate.root().hex());
        ArrayNode closes = json.putArray("closes");
        new TreeMap<>(certificate.closes())
                .forEach((teller, signature) ->
                        closes.addObject()
                                .put("teller", teller)
                                .put("signature", CryptoJson.of(signature)));
        return json;
    }

    static ClosingMessage read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes, Limits.CLOSING_BYTES);
        ClosingMessage message = json.optional("turn").isPresent() ? turn(json) : vote(json);
        return CanonicalJson.inOneForm(message, ClosingJson::bytes, bytes);
    }

    private static SignedVote vote(JsonValue json) throws Malformed {
        json.only(VOTE);
        Optional<Kind> kind = Kind.of(json.field("vote").text());
        if (kind.isEmpty()) {
            throw json.field("vote").wrong("not a kind of vote");
        }
        int last = kind.get() == Kind.SEAL ? 0 : Limits.EPOCHS - 1;
        Vote vote =
                new Vote(
                        kind.get(), json.field("epoch").number(0, last), json.field("root").hash());
        Optional<JsonValue> because = json.optional("because");
        return new SignedVote(
                teller(json),
                vote,
                because.isEmpty() ? Optional.empty() : Optional.of(certificate(because.get())),
                json.field("signature").signature());
    }

    private static Turn turn(JsonValue json) throws Malformed {
        json.only(TURN);
        Optional<JsonValue> committed = json.optional("committed");
        return new Turn(
                teller(json),
                json.field("turn").number(1, Limits.EPOCHS - 1),
                committed.isEmpty() ? Optional.empty() : Optional.of(certificate(committed.get())),
                json.field("signature").signature());
    }

    private static Certificate certificate(JsonValue json) throws Malformed {
        json.only(CERTIFICATE);
        int epoch = json.field("epoch").number(0, Limits.EPOCHS - 1);
        Hash root = json.field("root").hash();
        Map<Integer, Signature> closes = new HashMap<>();
        for (JsonValue close : json.field("closes").items(Limits.TELLERS)) {
            close.only(CLOSE);
            closes.put(teller(close), close.field("signature").signature());
        }
        return new Certificate(epoch, root, closes);
    }

    private static int teller(JsonValue json) throws Malformed {
        return json.field("teller").number(0, Limits.TELLERS - 1);
    }
}
