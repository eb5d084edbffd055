// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Secret bytes: the only type in which keys and passphrases travel.
///
/// Never prints its bytes, compares in constant time and can be wiped. Wiping is best effort: the
/// collector may have moved the array before, and the operating system may have swapped it out.
/// Safe from any thread; after [#close] every use throws [IllegalStateException].
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A secret of a copy of the given bytes; the caller wipes its own array.
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /// A fresh secret of the given length.
    public static Secret random(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /// Takes the array over without copying it: nobody else may hold it.
    static Secret taking(byte[] bytes) {
        return new Secret(bytes);
    }

    /// One secret after the other.
    public static Secret concat(Secret... parts) {
        int length = 0;
        for (Secret part : parts) {
            length += part.length();
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (Secret part : parts) {
            System.arraycopy(part.view(), 0, joined, at, part.length());
            at += part.length();
        }
        return new Secret(joined);
    }

    /// The number of bytes.
    public int length() {
        return bytes.length;
    }

    /// A copy of the bytes, for the few places that must have them (sealing, foreign protocols).
    public byte[] expose() {
        return view().clone();
    }

    /// The bytes from `from` to before `to`, as a secret of their own.
    public Secret slice(int from, int to) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new IndexOutOfBoundsException("slice of a secret of " + bytes.length + " bytes");
        }
        return new Secret(Arrays.copyOfRange(view(), from, to));
    }

    /// The live array: inside this package only, never kept, never changed.
    byte[] view() {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
        return bytes;
    }

    /// Wipes the bytes. May be called again.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    /// Equal length and bytes, in time that depends on the length only.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(view(), that.view());
    }

    /// The same for all secrets: a hash would tell something of the bytes.
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret(" + bytes.length + " bytes)";
    }
}
