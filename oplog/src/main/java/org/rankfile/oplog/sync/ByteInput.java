// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Arrays;

/// Reads a foreign frame; every shortage and every non-canonical number is a [SyncFault].
final class ByteInput {

    private final byte[] bytes;
    private int at;

    ByteInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int remaining() {
        return bytes.length - at;
    }

    int one() throws SyncFault {
        need(1);
        return bytes[at++] & 0xff;
    }

    int below(int bound) throws SyncFault {
        int value = one();
        return value < bound ? value : fail();
    }

    boolean flag() throws SyncFault {
        return below(2) == 1;
    }

    long eight() throws SyncFault {
        need(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }

    byte[] bytes(int count) throws SyncFault {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    int varint31() throws SyncFault {
        return (int) varint(31);
    }

    /// An unsigned LEB128 number of at most `bits` bits, as short as it can be.
    long varint(int bits) throws SyncFault {
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7) {
            int digit = one();
            value |= (digit & 0x7fL) << shift;
            if (digit < 0x80) {
                boolean padded = digit == 0 && shift > 0;
                return padded || value >>> bits != 0 ? fail() : value;
            }
        }
        return fail();
    }

    /// The value, if nothing is left over.
    <T> T finish(T value) throws SyncFault {
        if (hasMore()) {
            fail();
        }
        return value;
    }

    private void need(int count) throws SyncFault {
        if (count > remaining()) {
            fail();
        }
    }

    private static int fail() throws SyncFault {
        throw new SyncFault(SyncFailure.MALFORMED_FRAME);
    }
}
