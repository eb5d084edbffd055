// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads bounded values from an array of bytes in order. Not safe for several threads.
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    /// Reads the given bytes, which the caller does not change meanwhile.
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether all has been read.
    public boolean atEnd() {
        return at == bytes.length;
    }

    /// How many bytes are left.
    public int left() {
        return bytes.length - at;
    }

    /// The next varint.
    ///
    /// @throws Malformed if it is cut off, too long or not in the shortest form
    public long varint() throws Malformed {
        int length = Varint.length(bytes, at, bytes.length);
        if (length == 0) {
            throw new Malformed("varint cut off");
        }
        long value = Varint.value(bytes, at, length);
        at += length;
        return value;
    }

    /// The next `count` bytes, copied.
    ///
    /// @throws Malformed if there are fewer
    public byte[] bytes(long count) throws Malformed {
        if (count < 0 || count > left()) {
            throw new Malformed("shorter than it says");
        }
        byte[] part = Arrays.copyOfRange(bytes, at, at + (int) count);
        at += (int) count;
        return part;
    }

    /// A length as varint and so many bytes.
    ///
    /// @throws Malformed if it is longer than `max` or cut off
    public byte[] prefixed(int max) throws Malformed {
        long length = varint();
        if (length > max) {
            throw new Malformed("longer than the limit");
        }
        return bytes(length);
    }

    /// Skips bytes.
    ///
    /// @throws Malformed if there are fewer
    public void skip(long count) throws Malformed {
        if (count < 0 || count > left()) {
            throw new Malformed("shorter than it says");
        }
        at += (int) count;
    }

    /// Strict UTF-8.
    ///
    /// @throws Malformed if it is not
    public static String utf8(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
    }
}
