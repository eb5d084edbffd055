// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// How many ids lie in a range, and their sum modulo 2^256, each id read as a little-endian number
/// (Negentropy V1). Four words, the least significant first. Immutable.
public record RangeSum(int count, long w0, long w1, long w2, long w3) {

    /// The sum of no ids.
    public static final RangeSum EMPTY = new RangeSum(0, 0, 0, 0, 0);

    private static final VarHandle LITTLE =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static RangeSum of(OpKey key) {
        return new RangeSum(
                1,
                Long.reverseBytes(key.a()),
                Long.reverseBytes(key.b()),
                Long.reverseBytes(key.c()),
                Long.reverseBytes(key.d()));
    }

    /// Both ranges together.
    public RangeSum plus(RangeSum o) {
        long r0 = w0 + o.w0;
        long carry = Long.compareUnsigned(r0, w0) < 0 ? 1 : 0;
        long r1 = w1 + o.w1;
        long over = Long.compareUnsigned(r1, w1) < 0 ? 1 : 0;
        r1 += carry;
        carry = over | (carry == 1 && r1 == 0 ? 1 : 0);
        long r2 = w2 + o.w2;
        over = Long.compareUnsigned(r2, w2) < 0 ? 1 : 0;
        r2 += carry;
        carry = over | (carry == 1 && r2 == 0 ? 1 : 0);
        return new RangeSum(count + o.count, r0, r1, r2, w3 + o.w3 + carry);
    }

    /// This range without a part of it.
    public RangeSum minus(RangeSum o) {
        RangeSum plus = plus(o.negated());
        return new RangeSum(count - o.count, plus.w0, plus.w1, plus.w2, plus.w3);
    }

    private RangeSum negated() {
        RangeSum flipped = new RangeSum(0, ~w0, ~w1, ~w2, ~w3);
        return flipped.plus(new RangeSum(0, 1, 0, 0, 0));
    }

    /// The sum as 32 bytes, little-endian.
    public byte[] bytes() {
        byte[] out = new byte[32];
        LITTLE.set(out, 0, w0);
        LITTLE.set(out, 8, w1);
        LITTLE.set(out, 16, w2);
        LITTLE.set(out, 24, w3);
        return out;
    }
}
