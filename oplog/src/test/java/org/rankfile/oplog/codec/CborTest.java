// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.Limits;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.HexFormat;
import java.util.Optional;

class CborTest {
    private static ObjectNode sample() {
        ObjectNode map = Cbor.map();
        map.put("name", "Ána");
        map.put("role", 3);
        map.put("large", 1L << 40);
        map.put("less", -70_000);
        map.put("keys", new byte[300]);
        map.putNull("none");
        map.putArray("list").add(true).add("x").addObject().put("deep", new byte[0]);
        return map;
    }

    @Test
    @DisplayName("OP-9: the vectors of bodies.json")
    void everyVectorIsReadAsTheFileSays() {
        JsonNode bodies = VectorFile.read("bodies.json").get("bodies");
        assertThat(bodies).hasSizeGreaterThan(20);
        for (JsonNode vector : bodies) {
            byte[] bytes = HexFormat.of().parseHex(vector.get("body").asText());
            assertThat(Cbor.read(bytes).isPresent())
                    .as(vector.get("what").asText())
                    .isEqualTo(vector.get("read").asBoolean());
        }
    }

    @Test
    @DisplayName("OP-9: what is written is read")
    void mapsSurvive() {
        assertThat(Cbor.read(Cbor.write(sample()))).contains(sample());
        assertThat(Cbor.read(Cbor.write(Cbor.map()))).contains(Cbor.map());
    }

    @Test
    @DisplayName("OP-9: whatever is read is what its tree is written as")
    void bodiesAreCanonical() {
        byte[] bytes = Cbor.write(sample());
        Gen.forSeeds(
                1,
                20_000,
                seed -> {
                    byte[] changed = Gen.mutate(new SeededRandom(seed), bytes);
                    Cbor.read(changed)
                            .ifPresent(map -> assertThat(Cbor.write(map)).isEqualTo(changed));
                });
    }

    @Test
    @DisplayName("OP-18: depth and length are bounded")
    void depthAndLengthAreBounded() {
        assertThat(Cbor.read(nested(Limits.CBOR_DEPTH))).isPresent();
        assertThat(Cbor.read(nested(Limits.CBOR_DEPTH + 1))).isEmpty();
        assertThat(Cbor.read(nested(100_000))).isEmpty();
        byte[] long0 = new byte[Limits.BODY_BYTES + 1];
        assertThat(Cbor.read(long0)).isEmpty();
    }

    /// Maps within maps.
    private static byte[] nested(int depth) {
        byte[] bytes = new byte[3 * depth - 2];
        for (int i = 0; i < depth - 1; i++) {
            bytes[3 * i] = (byte) 0xa1;
            bytes[3 * i + 1] = 0x61;
            bytes[3 * i + 2] = 'a';
        }
        bytes[bytes.length - 1] = (byte) 0xa0;
        return bytes;
    }

    @Test
    @DisplayName("OP-9: a value of another type is not taken for the one that is wanted")
    void typesAreNotMixed() {
        ObjectNode map = Cbor.map();
        map.put("text", "AQI=");
        map.put("bytes", new byte[] {1, 2});
        map.put("number", 3);
        map.put("wide", (1L << 32) + 3);
        assertThat(Cbor.bytes(map, "text", 2)).isEmpty();
        assertThat(Cbor.bytes(map, "bytes", 3)).isEmpty();
        assertThat(Cbor.bytes(map, "bytes", 2))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(new byte[] {1, 2}));
        assertThat(Cbor.text(map, "bytes", 10)).isEmpty();
        assertThat(Cbor.text(map, "text", 3)).isEmpty();
        assertThat(Cbor.text(map, "nothing", 3)).isEmpty();
        assertThat(Cbor.number(map, "number")).hasValue(3);
        assertThat(Cbor.number(map, "wide")).isEmpty();
        assertThat(Cbor.number(map, "text")).isEmpty();
        assertThat(Cbor.number(map, "nothing")).isEmpty();
    }

    @Test
    @DisplayName("OP-9: noise is refused")
    void noiseIsRefused() {
        SeededRandom random = new SeededRandom(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = random.bytes(random.nextInt(64));
            Optional<ObjectNode> read = Cbor.read(noise);
            read.ifPresent(map -> assertThat(Cbor.write(map)).isEqualTo(noise));
        }
    }
}
