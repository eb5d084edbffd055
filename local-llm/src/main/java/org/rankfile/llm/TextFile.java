// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.rankfile.llm.extract.Limits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The bytes of a text file, read strictly.
///
/// UTF-8, or UTF-16 where the file starts with its byte-order mark. Nothing is normalised and the
/// mark stays (as U+FEFF), so that offsets into the text are offsets into the file's characters.
public sealed interface TextFile {
    /// The file's characters.
    record Text(String text) implements TextFile {}

    /// Not a text, or too long.
    record Refused(Refusal why) implements TextFile {}

    /// Decodes the bytes, or says why not.
    static TextFile of(byte[] bytes) {
        if (bytes.length > Limits.MAX_BYTES) {
            return new Refused(Refusals.tooLong());
        }
        try {
            String text =
                    charsetOf(bytes)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return new Text(text);
        } catch (CharacterCodingException e) {
            return new Refused(Refusals.unreadable());
        }
    }

    private static Charset charsetOf(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return switch (first) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
