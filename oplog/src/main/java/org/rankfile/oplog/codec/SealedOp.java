// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.group.EpochLink;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

import java.util.Arrays;
import java.util.Optional;

/// An op as it travels and is stored: its visible parts checked, nothing opened. Immutable.
public final class SealedOp {
    private static final Label OP = new Label("rankfile/op/1");

    private final byte[] wire;
    private final Prefix prefix;
    private final OpId id;

    private SealedOp(byte[] wire, Prefix prefix) {
        this.wire = wire;
        this.prefix = prefix;
        int headEnd = Prefix.BYTES + prefix.headLength();
        id = new OpId(Hash.sha256(OP, Arrays.copyOf(wire, headEnd)));
    }

    /// The op of these bytes, which are kept and must not be changed; empty where they are no op:
    /// wrong lengths, another version, a body that is not the one the prefix names (OP-7).
    public static Optional<SealedOp> parse(byte[] wire) {
        if (wire.length > Limits.OP_BYTES) {
            return Optional.empty();
        }
        Optional<Prefix> prefix = Prefix.parse(wire);
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        int bodyAt = Prefix.BYTES + prefix.get().headLength();
        if (wire.length < bodyAt || !isBodyLength(prefix.get(), wire.length - bodyAt)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(wire, bodyAt, wire.length);
        return bodyHash(body).equals(prefix.get().bodyHash())
                ? Optional.of(new SealedOp(wire, prefix.get()))
                : Optional.empty();
    }

    private static boolean isBodyLength(Prefix prefix, int length) {
        int sealed = SizeClass.bytes(prefix.sizeClass()) + Aead.TAG_BYTES;
        if (prefix.kind() != Kind.MINT) {
            return length == sealed;
        }
        int open = length - sealed - MintParts.COUNT_BYTES;
        return open >= 0 && open <= Limits.LINKS * EpochLink.BYTES + Limits.OP_BYTES;
    }

    static Hash bodyHash(byte[] body) {
        return Hash.sha256(new Label("rankfile/op-body/1"), body);
    }

    /// Its name.
    public OpId id() {
        return id;
    }

    /// What anybody can see it is.
    public Kind kind() {
        return prefix.kind();
    }

    /// Its circle.
    public CircleTag tag() {
        return prefix.tag();
    }

    /// Its place in the order of reconciliation.
    public OpKey key() {
        return OpKey.of(prefix.bucket(), id.hash().bytes());
    }

    /// All its bytes, not copied.
    public byte[] wire() {
        return wire;
    }

    /// Where its body begins; what stands before is what its name covers.
    public int bodyAt() {
        return Prefix.BYTES + prefix.headLength();
    }

    /// Its random salt, 32 bytes.
    public byte[] salt() {
        return prefix.salt().clone();
    }

    /// For a mint, its wraps and links; empty where they are not well formed or it is none.
    public Optional<MintParts> mintParts() {
        return prefix.kind() == Kind.MINT
                ? MintParts.parse(body(), SizeClass.bytes(prefix.sizeClass()) + Aead.TAG_BYTES)
                : Optional.empty();
    }

    Prefix prefix() {
        return prefix;
    }

    byte[] prefixBytes() {
        return Arrays.copyOf(wire, Prefix.BYTES);
    }

    byte[] headCt() {
        return Arrays.copyOfRange(wire, Prefix.BYTES, Prefix.BYTES + prefix.headLength());
    }

    byte[] body() {
        return Arrays.copyOfRange(wire, Prefix.BYTES + prefix.headLength(), wire.length);
    }

    /// The sealed part of the body, without a mint's wraps and links.
    byte[] sealedBody() {
        byte[] body = body();
        int length = SizeClass.bytes(prefix.sizeClass()) + Aead.TAG_BYTES;
        return Arrays.copyOfRange(body, body.length - length, body.length);
    }

    /// What a mint's wraps are bound to: the circle's tag and the mint's salt (KEY-2).
    public byte[] wrapContext() {
        return wrapContext(prefix.tag(), prefix.salt());
    }

    static byte[] wrapContext(CircleTag tag, byte[] salt) {
        byte[] context = Arrays.copyOf(tag.bytes(), CircleTag.BYTES + salt.length);
        System.arraycopy(salt, 0, context, CircleTag.BYTES, salt.length);
        return context;
    }

    @Override
    public String toString() {
        return "SealedOp " + id;
    }
}
