// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.Limits;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/// Bodies of authority ops: one CBOR map (RFC 8949) of the shape of [CborShape], without duplicate
/// keys (OP-9). Unknown keys are ignored.
public final class Cbor {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    CBORFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(Limits.CBOR_DEPTH)
                                            .maxDocumentLength(Limits.BODY_BYTES)
                                            .build())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private Cbor() {}

    /// An empty map to fill.
    public static ObjectNode map() {
        return MAPPER.createObjectNode();
    }

    /// Its bytes.
    public static byte[] write(ObjectNode map) {
        try {
            return MAPPER.writeValueAsBytes(map);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of maps is always CBOR", impossible);
        }
    }

    /// The map of these bytes; empty where they are anything else.
    public static Optional<ObjectNode> read(byte[] bytes) {
        if (bytes.length > Limits.BODY_BYTES || !CborShape.isMap(bytes)) {
            return Optional.empty();
        }
        try (JsonParser parser = MAPPER.getFactory().createParser(bytes)) {
            JsonNode tree = MAPPER.readTree(parser);
            return tree instanceof ObjectNode map ? Optional.of(map) : Optional.empty();
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// The bytes under a key; empty where they are not of the given length.
    public static Optional<byte[]> bytes(JsonNode map, String key, int length) {
        return bytes(map.path(key), length);
    }

    /// The bytes of a value; empty where it is not of the given length.
    public static Optional<byte[]> bytes(JsonNode value, int length) {
        if (!value.isBinary()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = value.binaryValue();
            return bytes.length == length ? Optional.of(bytes) : Optional.empty();
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    /// The hash under a key.
    public static Optional<Hash> hash(JsonNode map, String key) {
        return bytes(map, key, Hash.BYTES).map(Hash::of);
    }

    /// The whole number under a key; empty where it is none of 32 bits.
    public static OptionalInt number(JsonNode map, String key) {
        JsonNode value = map.path(key);
        return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    /// The text under a key; empty where it is none or longer than the given number of characters.
    public static Optional<String> text(JsonNode map, String key, int chars) {
        JsonNode value = map.get(key);
        return value != null && value.isTextual() && value.textValue().length() <= chars
                ? Optional.of(value.textValue())
                : Optional.empty();
    }
}
