// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value (FIPS 180-4): 32 bytes, ordered as unsigned bytes. Immutable.
public final class Hash implements Comparable<Hash> {
    /// The length in bytes.
    public static final int BYTES = 32;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(Hash::newSha256);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The value of these 32 bytes (copied).
    ///
    /// @throws IllegalArgumentException for another length
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /// SHA-256 of the label and the parts, one after the other. Parts of changing length are the
    /// caller's to delimit.
    public static Hash sha256(Label label, byte[]... parts) {
        MessageDigest digest = SHA_256.get();
        digest.update(label.bytes());
        return finish(digest, parts);
    }

    /// SHA-256 of the parts alone, for formats that are not ours.
    public static Hash sha256Plain(byte[]... parts) {
        return finish(SHA_256.get(), parts);
    }

    /// The hash of 64 hexadecimal digits.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Hash fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return (int) INT.get(bytes, 0);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static Hash finish(MessageDigest digest, byte[][] parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
