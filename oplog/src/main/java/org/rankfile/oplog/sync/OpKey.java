// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A point in the one order in which ops are reconciled: hour bucket (unsigned), then the 32 bytes
/// of the op id, unsigned and big-endian. Stands for an op held, and for the edge of a range
/// (SYN-10).
///
/// Immutable; [#compareTo] is consistent with equals.
public record OpKey(long bucket, long a, long b, long c, long d) implements Comparable<OpKey> {

    /// Bytes of an op id.
    public static final int ID_BYTES = 32;

    /// Below or at every op.
    public static final OpKey LOWEST = new OpKey(0, 0, 0, 0, 0);

    /// Above every op; no op has this bucket.
    public static final OpKey INFINITY = new OpKey(1L << 32, 0, 0, 0, 0);

    private static final VarHandle BIG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Checks the bucket.
    ///
    /// @throws IllegalArgumentException when the bucket is above [#INFINITY]'s
    public OpKey {
        if (bucket < 0 || bucket > 1L << 32) {
            throw new IllegalArgumentException("bucket out of range");
        }
    }

    /// The key of an op.
    ///
    /// @param bucket hours since 1970, unsigned
    /// @param id exactly 32 bytes
    /// @throws IllegalArgumentException when the id has another length
    public static OpKey of(int bucket, byte[] id) {
        if (id.length != ID_BYTES) {
            throw new IllegalArgumentException("an op id has 32 bytes");
        }
        return read(Integer.toUnsignedLong(bucket), id);
    }

    static OpKey read(long bucket, byte[] id) {
        return new OpKey(
                bucket,
                (long) BIG.get(id, 0),
                (long) BIG.get(id, 8),
                (long) BIG.get(id, 16),
                (long) BIG.get(id, 24));
    }

    /// The op id, a fresh array.
    public byte[] id() {
        byte[] out = new byte[ID_BYTES];
        BIG.set(out, 0, a);
        BIG.set(out, 8, b);
        BIG.set(out, 16, c);
        BIG.set(out, 24, d);
        return out;
    }

    /// The lowest key that divides `below` from `above`: ids of `below`'s side sort before it,
    /// `above` at or after it. As few bytes of the id as do that are kept, the rest is zero.
    static OpKey between(OpKey below, OpKey above) {
        if (below.bucket != above.bucket) {
            return new OpKey(above.bucket, 0, 0, 0, 0);
        }
        byte[] low = below.id();
        byte[] id = above.id();
        int keep = 0;
        while (keep < ID_BYTES && low[keep] == id[keep]) {
            keep++;
        }
        for (int i = keep + 1; i < ID_BYTES; i++) {
            id[i] = 0;
        }
        return read(above.bucket, id);
    }

    @Override
    public int compareTo(OpKey o) {
        if (bucket != o.bucket) {
            return Long.compare(bucket, o.bucket);
        }
        if (a != o.a) {
            return Long.compareUnsigned(a, o.a);
        }
        if (b != o.b) {
            return Long.compareUnsigned(b, o.b);
        }
        return c != o.c ? Long.compareUnsigned(c, o.c) : Long.compareUnsigned(d, o.d);
    }

    @Override
    public String toString() {
        return "OpKey[bucket " + bucket + "]";
    }
}
