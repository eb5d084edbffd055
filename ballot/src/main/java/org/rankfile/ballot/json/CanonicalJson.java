// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/// JSON as Belenios writes it: compact, UTF-8 as it is, and escapes only where JSON asks for them.
/// What is read may be of any size up to [Limits], with no name twice and nothing after it.
public final class CanonicalJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .characterEscapes(new Escapes())
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(Limits.JSON_DEPTH)
                                                    .maxStringLength(Limits.JSON_STRING_CHARS)
                                                    .maxNumberLength(Limits.JSON_NUMBER_CHARS)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final long LARGEST_PLAIN = 1_073_741_823;

    private CanonicalJson() {}

    /// An object without fields.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// An array without items.
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /// The one text of a value.
    public static byte[] bytes(JsonNode value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can be written", impossible);
        }
    }

    /// The one text of a value.
    public static String text(JsonNode value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /// A number as it is written: a large one as a text (measured with belenios-tool 2.0).
    public static JsonNode number(long number) {
        return number > LARGEST_PLAIN
                ? MAPPER.getNodeFactory().textNode(Long.toString(number))
                : MAPPER.getNodeFactory().numberNode((int) number);
    }

    /// Reads JSON that has to be in the form in which it would be written.
    ///
    /// @throws Malformed also where it is not
    public static JsonValue readCanonical(byte[] bytes) throws Malformed {
        JsonValue value = read(bytes);
        if (!Arrays.equals(bytes(value.node()), bytes)) {
            throw value.wrong("not in canonical form");
        }
        return value;
    }

    /// What was read, if its bytes are the ones in which it would be written.
    ///
    /// @throws Malformed where they are not
    public static <T> T inOneForm(T read, Function<T, byte[]> writer, byte[] bytes)
            throws Malformed {
        if (!Arrays.equals(writer.apply(read), bytes)) {
            throw new Malformed("", "not in canonical form");
        }
        return read;
    }

    /// Reads any JSON of at most so many bytes.
    ///
    /// @throws Malformed as below, and if it is larger
    public static JsonValue read(byte[] bytes, int most) throws Malformed {
        if (bytes.length > most) {
            throw new Malformed("", "larger than " + most + " bytes");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new JsonValue("", MAPPER.readTree(text));
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("", "not UTF-8");
        } catch (IOException notJson) {
            throw new Malformed("", "not JSON, or a name twice");
        }
    }

    /// Reads any JSON.
    ///
    /// @throws Malformed if it is none, has a name twice, or is larger than the limits
    public static JsonValue read(byte[] bytes) throws Malformed {
        return read(bytes, Limits.JSON_BYTES);
    }

    /// The text in a field of an object, found without reading what comes after it.
    ///
    /// @return empty where the field is none of the object's first ones, or no text
    public static Optional<String> peek(byte[] bytes, String name) {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING
                            ? Optional.of(parser.getText())
                            : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /// Control characters without a short escape are in lower-case hexadecimal, DEL as well.
    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DEL = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[DEL] = ESCAPE_STANDARD;
            for (int i = 0; i < codes.length; i++) {
                codes[i] = codes[i] == ESCAPE_STANDARD ? ESCAPE_CUSTOM : codes[i];
            }
            return codes;
        }

        /// Asked for everything beyond ASCII as well, which stays as it is.
        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            if (character > DEL) {
                return null;
            }
            return new SerializedString("\\u" + HexFormat.of().toHexDigits((char) character));
        }
    }
}
