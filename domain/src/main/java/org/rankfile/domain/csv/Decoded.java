// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.domain.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file's text and the encoding it was found to have. Bytes that have no meaning there became
/// U+FFFD, and [CsvReader] refuses the rows that have one.
///
/// @param encoding `UTF-8`, `UTF-16LE`, `UTF-16BE` or, where it is none of those, `windows-1252`,
///   which is a guess: the person is told
public record Decoded(String text, String encoding) {
    /// What stands for bytes without a meaning.
    static final char REPLACED = 0xFFFD;

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
            return new Decoded(new String(bytes, 3, bytes.length - 3, UTF_8), "UTF-8");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        return unmarked(bytes);
    }

    private static Decoded utf16(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, 2, bytes.length - 2, charset), charset.name());
    }

    /// Without a mark: UTF-8, unless more of what is not ASCII is malformed than is not. In a file
    /// of another encoding hardly any two bytes happen to be UTF-8; in a file of UTF-8 with a
    /// broken byte nearly all are.
    private static Decoded unmarked(byte[] bytes) {
        String utf8 = new String(bytes, UTF_8);
        long malformed = utf8.chars().filter(c -> c == REPLACED).count();
        long wellFormed = utf8.chars().filter(c -> c >= 0x80 && c != REPLACED).count();
        return malformed <= wellFormed
                ? new Decoded(utf8, "UTF-8")
                : new Decoded(new String(bytes, WINDOWS_1252), "windows-1252");
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
