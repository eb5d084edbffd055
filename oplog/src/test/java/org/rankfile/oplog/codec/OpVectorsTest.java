// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;

import java.util.HexFormat;
import java.util.Optional;

class OpVectorsTest {
    private static final String FILE = "ops.json";

    @Test
    @DisplayName("OP-1, OP-3, OP-4, OP-5, OP-6, OP-7, OP-8, OP-10, OP-21, OP-22: the vectors")
    void everyVectorIsReadAsTheFileSays() {
        JsonNode ops = VectorFile.read(FILE).get("ops");
        assertThat(ops).isNotEmpty();
        for (JsonNode vector : ops) {
            Optional<SealedOp> op = SealedOp.parse(hex(vector, "op"));
            String result = op.map(o -> open(o, vector)).orElse("NotAnOp");
            assertThat(result)
                    .as(vector.get("clause").asText() + ": " + vector.get("what").asText())
                    .isEqualTo(vector.get("result").asText());
        }
    }

    private static String open(SealedOp op, JsonNode vector) {
        Secret secret = Secret.copyOf(hex(vector, "secret"));
        OpId circle = new OpId(Hash.of(hex(vector, "circle")));
        return op.kind() == Kind.AUTHORLESS
                ? openAuthorless(op, secret, circle)
                : openSigned(op, secret, circle);
    }

    private static String openAuthorless(SealedOp op, Secret secret, OpId circle) {
        return switch (AuthorlessOpener.open(op, secret, circle)) {
            case AuthorlessOpener.Outcome.Opened _ -> "Opened";
            case AuthorlessOpener.Outcome.WrongKey _ -> "WrongKey";
            case AuthorlessOpener.Outcome.Broken broken -> broken.flaw().name();
        };
    }

    private static String openSigned(SealedOp op, Secret secret, OpId circle) {
        return switch (OpOpener.open(op, secret, circle, false)) {
            case OpOpener.Outcome.Opened _ -> "Opened";
            case OpOpener.Outcome.WrongKey _ -> "WrongKey";
            case OpOpener.Outcome.Broken broken -> broken.flaw().name();
        };
    }

    @Test
    @DisplayName("OP-2: an op's name covers prefix and head, as ops.json has it")
    void anIdIsAHashOfPrefixAndHead() {
        for (JsonNode vector : VectorFile.read(FILE).get("ops")) {
            SealedOp.parse(hex(vector, "op"))
                    .ifPresent(op ->
                            assertThat(op.id().toString()).isEqualTo(vector.get("id").asText()));
        }
    }

    @Test
    @DisplayName("OP-1: ops.json is what its seed makes")
    void theFileIsWhatItsSeedMakes() {
        ObjectNode root = VectorFile.mapper().createObjectNode();
        root.put(
                "comment",
                "Ops of docs/spec/op.md, each with the plane secret that is tried on it.");
        ArrayNode ops = root.putArray("ops");
        for (OpVectors.Vector vector : OpVectors.all()) {
            ObjectNode node = ops.addObject();
            node.put("clause", vector.clause());
            node.put("what", vector.what());
            node.put("result", vector.result());
            node.put("secret", HexFormat.of().formatHex(vector.secret().expose()));
            node.put("circle", vector.circle().toString());
            SealedOp.parse(vector.op()).ifPresent(op -> node.put("id", op.id().toString()));
            node.put("op", HexFormat.of().formatHex(vector.op()));
        }
        VectorFile.checkMade(FILE, root);
    }

    private static byte[] hex(JsonNode vector, String key) {
        return HexFormat.of().parseHex(vector.get(key).asText());
    }
}
