// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.oplog.Limits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The subset of CBOR that bodies use (OP-9): one map; definite lengths and shortest heads;
/// integers of 63 bits, byte strings, well-formed text, arrays, maps with texts as keys, true,
/// false, null. A general reader takes more, and two of them could then read one body differently.
final class CborShape {
    private static final int FALSE = 0xf4;
    private static final int NULL = 0xf6;

    private final byte[] bytes;
    private int at;

    private CborShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether the bytes are one such map and nothing else. Whether a key is there twice is left to
    /// the reader.
    static boolean isMap(byte[] bytes) {
        CborShape shape = new CborShape(bytes);
        boolean map = bytes.length > 0 && (bytes[0] & 0xff) >> 5 == 5;
        return map && shape.item(0) && shape.at == bytes.length;
    }

    /// @param around how many arrays and maps are around it
    private boolean item(int around) {
        if (at >= bytes.length) {
            return false;
        }
        int head = bytes[at++] & 0xff;
        if (head >> 5 == 7) {
            return head >= FALSE && head <= NULL;
        }
        long value = argument(head & 31);
        if (value < 0) {
            return false;
        }
        return switch (head >> 5) {
            case 0, 1 -> true;
            case 2 -> skip(value);
            case 3 -> text(value);
            case 4 -> items(value, around + 1);
            case 5 -> entries(value, around + 1);
            default -> false;
        };
    }

    /// The number in a head; -1 where it is not the shortest, too large or indefinite.
    private long argument(int low) {
        if (low < 24) {
            return low;
        }
        int length = 1 << (low - 24);
        if (low > 27 || bytes.length - at < length) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        long least = low == 24 ? 24 : 1L << (4 * length);
        return value >= least ? value : -1;
    }

    private boolean skip(long length) {
        if (length > bytes.length - at) {
            return false;
        }
        at += (int) length;
        return true;
    }

    private boolean text(long length) {
        int from = at;
        if (!skip(length)) {
            return false;
        }
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, from, at - from);
            return StandardCharsets.UTF_8.newDecoder().decode(text).remaining() <= length;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private boolean items(long count, int around) {
        boolean sound = around <= Limits.CBOR_DEPTH;
        for (long i = 0; sound && i < count; i++) {
            sound = item(around);
        }
        return sound;
    }

    private boolean entries(long count, int around) {
        boolean sound = around <= Limits.CBOR_DEPTH;
        for (long i = 0; sound && i < count; i++) {
            sound = at < bytes.length && (bytes[at] & 0xff) >> 5 == 3 && item(around);
            sound = sound && item(around);
        }
        return sound;
    }
}
