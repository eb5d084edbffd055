// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes CBOR with definite lengths and the shortest heads (RFC 8949 §4.2.1). The caller writes
/// the keys of a map in the order of their bytes.
final class CborWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    CborWriter integer(long value) {
        return value >= 0 ? head(0, value) : head(1, -1 - value);
    }

    CborWriter bytes(byte[] value) {
        head(2, value.length);
        out.writeBytes(value);
        return this;
    }

    CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(3, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    CborWriter array(int items) {
        return head(4, items);
    }

    CborWriter map(int fields) {
        return head(5, fields);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private CborWriter head(int major, long value) {
        int high = major << 5;
        if (value < 24) {
            out.write(high | (int) value);
            return this;
        }
        int width = value < 1 << 8 ? 1 : value < 1 << 16 ? 2 : value < 1L << 32 ? 4 : 8;
        out.write(high | (24 + Integer.numberOfTrailingZeros(width)));
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift) & 0xff);
        }
        return this;
    }
}
