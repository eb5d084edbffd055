// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.oplog.OpId;

import java.util.Arrays;
import java.util.Optional;

/// Opens ops. Pure.
public final class OpOpener {
    static final Label BODY = new Label("rankfile/op-body-seal/1");

    private OpOpener() {}

    /// What opening came to.
    public sealed interface Outcome {
        /// It opened, and its signature holds.
        record Opened(OpenedOp op) implements Outcome {}

        /// The secret is not the one it was sealed with.
        record WrongKey() implements Outcome {}

        /// It was sealed with this secret and breaks the format: refuse it for good.
        record Broken(Flaw flaw) implements Outcome {}
    }

    /// What can be wrong with an op that a key opens.
    public enum Flaw {
        /// The head's ciphertext was changed.
        HEAD,
        /// The header is not in its one encoding, or the visible hour is not that of its time.
        HEADER,
        /// The signature is not the device's.
        SIGNATURE,
        /// The body's ciphertext was changed.
        BODY,
        /// The body's padding or length is not what it must be.
        PADDING,
        /// The header names another circle.
        CIRCLE
    }

    /// Whether an op was sealed with this plane's secret; in constant time.
    ///
    /// @param circle the circle's id, [OpId#NONE] for a genesis
    public static boolean isKey(SealedOp op, Secret planeSecret, OpId circle) {
        try (OpKeys keys = OpKeys.derive(planeSecret, op.prefix().salt(), circle)) {
            return keys.made(op.prefix().commit());
        }
    }

    /// Opens an op with a plane's secret. The key is checked first, in constant time.
    ///
    /// @param circle the circle's id, [OpId#NONE] for a genesis
    /// @param trusted whether the signature was verified before (a row of our own sealed store)
    public static Outcome open(SealedOp op, Secret planeSecret, OpId circle, boolean trusted) {
        try (OpKeys keys = OpKeys.derive(planeSecret, op.prefix().salt(), circle)) {
            if (!keys.made(op.prefix().commit())) {
                return new Outcome.WrongKey();
            }
            Optional<byte[]> plain =
                    Aead.open(keys.headKey(), keys.headNonce(), op.prefixBytes(), op.headCt());
            if (plain.isEmpty()) {
                return new Outcome.Broken(Flaw.HEAD);
            }
            Optional<Head> head = Head.parse(plain.get());
            if (head.isEmpty()
                    || Prefix.bucketOf(head.get().header().time()) != op.prefix().bucket()) {
                return new Outcome.Broken(Flaw.HEADER);
            }
            if (!head.get().header().circle().equals(circle)) {
                return new Outcome.Broken(Flaw.CIRCLE);
            }
            if (!trusted && !isSigned(op, head.get())) {
                return new Outcome.Broken(Flaw.SIGNATURE);
            }
            return body(op, keys, circle, head.get().header());
        }
    }

    private static Outcome body(SealedOp op, OpKeys keys, OpId circle, Header header) {
        Optional<byte[]> padded =
                Aead.open(
                        keys.bodyKey(),
                        keys.bodyNonce(),
                        bodyAad(circle, op.prefix().salt()),
                        op.sealedBody());
        if (padded.isEmpty()) {
            return new Outcome.Broken(Flaw.BODY);
        }
        Optional<byte[]> body = Padding.remove(padded.get(), op.prefix().sizeClass());
        return body.<Outcome>map(bytes -> new Outcome.Opened(new OpenedOp(op, header, bytes)))
                .orElseGet(() -> new Outcome.Broken(Flaw.PADDING));
    }

    private static boolean isSigned(SealedOp op, Head head) {
        return VerifyKey.of(head.header().device().hash().bytes())
                .map(key ->
                        key.verify(
                                DeviceLabels.OP,
                                head.signature(),
                                signed(op.prefixBytes(), head.headerBytes())))
                .orElse(false);
    }

    /// What a signature covers: the hash of the whole prefix and the header (OP-8).
    static byte[] signed(byte[] prefix, byte[] header) {
        byte[] both = Arrays.copyOf(prefix, prefix.length + header.length);
        System.arraycopy(header, 0, both, prefix.length, header.length);
        return Hash.sha256Plain(both).bytes();
    }

    static byte[] bodyAad(OpId circle, byte[] salt) {
        byte[] label = BODY.bytes();
        byte[] aad = Arrays.copyOf(label, label.length + Hash.BYTES + salt.length);
        System.arraycopy(circle.hash().bytes(), 0, aad, label.length, Hash.BYTES);
        System.arraycopy(salt, 0, aad, label.length + Hash.BYTES, salt.length);
        return aad;
    }
}
