// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import org.rankfile.domain.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file's text and the encoding it was found to have.
///
/// @param encoding `UTF-8`, `UTF-16LE`, `UTF-16BE` or, where it is none of those, `windows-1252`,
///   which is a guess: the person is told
public record Decoded(String text, String encoding) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Reads a stream to its end, up to [Limits#FILE_BYTES]. Does not close it.
    public static Decoded read(InputStream in) throws IOException, FileRefused {
        byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
        if (bytes.length > Limits.FILE_BYTES) {
            throw new FileRefused(FileFault.TOO_LARGE);
        }
        return of(bytes);
    }

    /// Decodes a whole file.
    public static Decoded of(byte[] bytes) throws FileRefused {
        Decoded decoded = decode(bytes);
        String head = decoded.text.substring(0, Math.min(decoded.text.length(), 4096));
        if (head.isBlank() && decoded.text.isBlank()) {
            throw new FileRefused(FileFault.EMPTY);
        }
        if (head.indexOf('\0') >= 0 || head.startsWith("PK\u0003\u0004")) {
            throw new FileRefused(FileFault.NOT_TEXT);
        }
        return decoded;
    }

    private static Decoded decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0);
    }

    private static Decoded utf16(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, 2, bytes.length - 2, charset), charset.name());
    }

    private static Decoded decode(byte[] bytes, int from) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return new Decoded(StandardCharsets.UTF_8.newDecoder().decode(in).toString(), "UTF-8");
        } catch (CharacterCodingException notUtf8) {
            String text = new String(bytes, from, bytes.length - from, WINDOWS_1252);
            return new Decoded(text, "windows-1252");
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
