// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Collects bytes until a whole multistream-select line is there: a varint length, so many bytes,
/// the last of them a line feed. Holds at most one line and what arrived behind it. Not safe for
/// several threads.
public final class LineBuffer {
    private final int maxLine;
    private byte[] buffer = new byte[0];

    /// Collects lines of at most `maxLine` bytes, line feed included.
    public LineBuffer(int maxLine) {
        this.maxLine = maxLine;
    }

    /// Adds what arrived.
    public void add(byte[] bytes) {
        byte[] longer = Arrays.copyOf(buffer, buffer.length + bytes.length);
        System.arraycopy(bytes, 0, longer, buffer.length, bytes.length);
        buffer = longer;
    }

    /// Takes the next line without its line feed; empty as long as it is not complete.
    ///
    /// @throws Malformed if it is too long, has no line feed, or is not printable ASCII
    public Optional<String> next() throws Malformed {
        int prefix = Varint.length(buffer, 0, buffer.length);
        if (prefix == 0) {
            return Optional.empty();
        }
        long length = Varint.value(buffer, 0, prefix);
        if (length < 1 || length > maxLine) {
            throw new Malformed("multistream line length");
        }
        int end = prefix + (int) length;
        if (buffer.length < end) {
            return Optional.empty();
        }
        if (buffer[end - 1] != '\n') {
            throw new Malformed("multistream line without line feed");
        }
        for (int i = prefix; i < end - 1; i++) {
            if (buffer[i] < ' ' || buffer[i] > '~') {
                throw new Malformed("multistream line is not printable");
            }
        }
        String line = new String(buffer, prefix, (int) length - 1, StandardCharsets.US_ASCII);
        buffer = Arrays.copyOfRange(buffer, end, buffer.length);
        return Optional.of(line);
    }

    /// Whether the bytes so far can still become the given line.
    public boolean mayBecome(String line) {
        byte[] expected = encode(line);
        int common = Math.min(expected.length, buffer.length);
        return Arrays.equals(expected, 0, common, buffer, 0, common);
    }

    /// Takes all bytes that are left.
    public byte[] rest() {
        byte[] rest = buffer;
        buffer = new byte[0];
        return rest;
    }

    /// The bytes of a line.
    public static byte[] encode(String line) {
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(text.length + 3);
        Varint.write(out, text.length + 1L);
        out.writeBytes(text);
        out.write('\n');
        return out.toByteArray();
    }
}
