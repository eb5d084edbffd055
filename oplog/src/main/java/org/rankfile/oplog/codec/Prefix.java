// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.sync.CircleTag;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// What anybody can see of an op: 122 bytes (OP-1).
///
/// @param kind what it is
/// @param tag its circle
/// @param bucket the hour it was made, since 1970
/// @param sizeClass of its body
/// @param salt 32 random bytes: its keys are its own
/// @param commit binds it to one key
/// @param bodyHash of its sealed body, which may be erased
/// @param headLength of its sealed head; 0 without an author
record Prefix(
        Kind kind,
        CircleTag tag,
        int bucket,
        int sizeClass,
        byte[] salt,
        byte[] commit,
        Hash bodyHash,
        int headLength) {
    static final int BYTES = 1 + 1 + 1 + CircleTag.BYTES + 4 + 1 + 32 + 32 + Hash.BYTES + 2;
    static final int BODY_HASH_AT = BYTES - 2 - Hash.BYTES;
    static final int VERSION = 1;
    static final int SUITE = 1;

    private static final long MILLIS_PER_HOUR = 3_600_000;

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put((byte) VERSION)
                .put((byte) SUITE)
                .put((byte) kind.code())
                .put(tag.bytes())
                .putInt(bucket)
                .put((byte) sizeClass)
                .put(salt)
                .put(commit)
                .put(bodyHash.bytes())
                .putShort((short) headLength)
                .array();
    }

    /// What stands before the hash of the body: as much as a seal of the body can cover.
    byte[] beforeBodyHash() {
        return Arrays.copyOf(bytes(), BODY_HASH_AT);
    }

    /// The same, naming another body.
    Prefix naming(Hash body) {
        return new Prefix(kind, tag, bucket, sizeClass, salt, commit, body, headLength);
    }

    /// The bucket of an op of the given time.
    static int bucketOf(Hlc time) {
        return (int) (time.millis() / MILLIS_PER_HOUR);
    }

    /// The prefix at the start of the bytes; empty where there is none that we know.
    static Optional<Prefix> parse(byte[] wire) {
        if (wire.length < BYTES || wire[0] != VERSION || wire[1] != SUITE) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.of(wire[2]);
        ByteBuffer in = ByteBuffer.wrap(wire, 3, BYTES - 3);
        CircleTag tag = CircleTag.of(take(in, CircleTag.BYTES));
        int bucket = in.getInt();
        int sizeClass = in.get() & 0xff;
        byte[] salt = take(in, 32);
        byte[] commit = take(in, 32);
        Hash bodyHash = Hash.of(take(in, Hash.BYTES));
        int headLength = in.getShort() & 0xffff;
        if (kind.isEmpty()
                || sizeClass > SizeClass.LARGEST
                || !isHeadLength(kind.get(), headLength)) {
            return Optional.empty();
        }
        return Optional.of(
                new Prefix(kind.get(), tag, bucket, sizeClass, salt, commit, bodyHash, headLength));
    }

    private static boolean isHeadLength(Kind kind, int length) {
        return kind == Kind.AUTHORLESS ? length == 0 : Head.isLength(length);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
