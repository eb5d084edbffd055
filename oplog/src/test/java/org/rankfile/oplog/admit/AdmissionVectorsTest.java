// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.codec.VectorFile;
import org.rankfile.oplog.join.Device;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

class AdmissionVectorsTest {
    private static final String FILE = "admission.json";

    private static Reader reader(JsonNode root) {
        SigningKey unused = SigningKey.generate(new SeededRandom(1));
        PreKey prekey = PreKey.fromSeed(Secret.copyOf(hex(root, "prekeySeed")));
        OpId circle = new OpId(Hash.of(hex(root, "circle")));
        return new Reader(new Device(unused, prekey, unused), circle, OpId.NONE);
    }

    @Test
    @DisplayName(
            "OP-13, OP-15, OP-16, OP-17, KEY-1, MEM-1 to MEM-5, MEM-9: admission.json,"
                    + " in every order")
    void everyVectorIsJudgedAsTheFileSaysInEveryOrder() {
        JsonNode root = VectorFile.read(FILE);
        List<JsonNode> vectors = new ArrayList<>();
        root.get("ops").forEach(vectors::add);
        Gen.forSeeds(
                0,
                40,
                seed -> {
                    if (seed > 0) {
                        Collections.shuffle(vectors, new Random(seed));
                    }
                    Reader reader = reader(root);
                    vectors.forEach(vector -> reader.takeHall(op(vector)));
                    for (JsonNode vector : vectors) {
                        assertThat(Reader.verdict(reader.hallState, op(vector).id()))
                                .as(
                                        vector.get("clause").asText()
                                                + ": "
                                                + vector.get("what").asText())
                                .isEqualTo(vector.get("verdict").asText());
                    }
                    assertThat(reader.forks).isNotEmpty();
                });
    }

    @Test
    @DisplayName("MEM-1: admission.json is what its seed makes")
    void theFileIsWhatItsSeedMakes() {
        AdmissionCases made = new AdmissionCases();
        ObjectNode root = VectorFile.mapper().createObjectNode();
        root.put(
                "comment",
                "A hall as Cleo's device sees it once it holds all of these ops, in any order"
                        + " (docs/spec/op.md, keys.md, membership.md).");
        root.put(
                "prekeySeed", HexFormat.of().formatHex(made.village.cleo.prekey().seed().expose()));
        root.put("circle", made.village.hall.circle().toString());
        ArrayNode ops = root.putArray("ops");
        for (AdmissionCases.Case each : made.cases) {
            ObjectNode node = ops.addObject();
            node.put("clause", each.clause());
            node.put("what", each.what());
            node.put("verdict", each.verdict());
            node.put("op", HexFormat.of().formatHex(each.op().wire()));
        }
        VectorFile.checkMade(FILE, root);
    }

    private static SealedOp op(JsonNode vector) {
        return SealedOp.parse(hex(vector, "op")).orElseThrow();
    }

    private static byte[] hex(JsonNode vector, String key) {
        return HexFormat.of().parseHex(vector.get(key).asText());
    }
}
