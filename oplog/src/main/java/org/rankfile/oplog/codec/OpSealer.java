// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.crypto.group.EpochLink;
import org.rankfile.crypto.group.Wrap;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.sync.CircleTag;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes ops: encodes, signs and seals. Confined to one thread.
public final class OpSealer {
    private static final int SALT_BYTES = 32;

    private final SigningKey device;
    private final RandomGenerator random;

    /// A sealer for a device.
    public OpSealer(SigningKey device, RandomGenerator random) {
        this.device = device;
        this.random = random;
    }

    /// An op of either plane, sealed under that plane's secret.
    ///
    /// @throws IllegalArgumentException for a body over [Limits#BODY_BYTES]
    public SealedOp op(CircleTag tag, Header header, byte[] body, Secret planeSecret) {
        byte[] salt = fresh();
        return seal(new Draft(Kind.OP, tag, header, body, new byte[0], salt), planeSecret);
    }

    /// What a new epoch brings.
    ///
    /// @param keys its keys, history included
    /// @param audience the devices that get them
    /// @param old the epochs it supersedes, with what we know of their keys
    public record Mint(EpochKeys keys, List<Recipient> audience, List<OldEpoch> old) {
        /// Copies the lists.
        public Mint {
            audience = List.copyOf(audience);
            old = List.copyOf(old);
        }
    }

    /// A device of the audience.
    ///
    /// @param history whether it may read what was written before
    public record Recipient(PreKeyPublic prekey, boolean history) {}

    /// An epoch that is superseded.
    public record OldEpoch(OpId mint, EpochKeys keys) {}

    /// A mint: its wraps and links stand open, its head and body are under its own authority key.
    public SealedOp mint(CircleTag tag, Header header, byte[] body, Mint mint) {
        byte[] salt = fresh();
        byte[] context = SealedOp.wrapContext(tag, salt);
        byte[] wraps = new byte[mint.audience().size() * Wrap.BYTES];
        int at = 0;
        for (Recipient recipient : mint.audience()) {
            EpochKeys keys = recipient.history() ? mint.keys() : mint.keys().withoutHistory();
            byte[] wrap = Wrap.seal(keys, recipient.prekey(), context, random);
            System.arraycopy(wrap, 0, wraps, at, Wrap.BYTES);
            at += Wrap.BYTES;
        }
        List<byte[]> links =
                mint.old().stream()
                        .map(e -> EpochLink.seal(mint.keys(), e.mint().hash(), e.keys(), salt))
                        .toList();
        byte[] open = new MintParts(wraps, links).bytes();
        return seal(new Draft(Kind.MINT, tag, header, body, open, salt), mint.keys().authority());
    }

    /// An object without an author: nothing of this device is in it.
    ///
    /// @param circle the circle's id
    /// @param time only its hour is seen
    /// @throws IllegalArgumentException for content over [Limits#BODY_BYTES]
    public SealedOp authorless(
            CircleTag tag, OpId circle, Hlc time, byte[] content, Secret contentKey) {
        checkLength(content);
        byte[] salt = fresh();
        int sizeClass = SizeClass.classOf(content.length);
        try (OpKeys keys = OpKeys.derive(contentKey, salt, circle)) {
            Prefix unnamed =
                    new Prefix(
                            Kind.AUTHORLESS,
                            tag,
                            Prefix.bucketOf(time),
                            sizeClass,
                            salt,
                            keys.commit(),
                            OpId.NONE.hash(),
                            0);
            byte[] body =
                    Aead.seal(
                            keys.bodyKey(),
                            keys.bodyNonce(),
                            AuthorlessOpener.aad(circle, unnamed),
                            Padding.add(content, fresh(), sizeClass));
            byte[] prefix = unnamed.naming(SealedOp.bodyHash(body)).bytes();
            return SealedOp.parse(join(prefix, body)).orElseThrow();
        }
    }

    private static void checkLength(byte[] body) {
        if (body.length > Limits.BODY_BYTES) {
            throw new IllegalArgumentException("a body has at most 256 KiB");
        }
    }

    private record Draft(
            Kind kind, CircleTag tag, Header header, byte[] body, byte[] open, byte[] salt) {}

    private SealedOp seal(Draft draft, Secret planeSecret) {
        checkLength(draft.body());
        OpId circle = draft.header().circle();
        int sizeClass = SizeClass.classOf(draft.body().length);
        try (OpKeys keys = OpKeys.derive(planeSecret, draft.salt(), circle)) {
            byte[] padded = Padding.add(draft.body(), fresh(), sizeClass);
            byte[] sealedBody =
                    Aead.seal(
                            keys.bodyKey(),
                            keys.bodyNonce(),
                            OpOpener.bodyAad(circle, draft.salt()),
                            padded);
            byte[] body = join(draft.open(), sealedBody);
            byte[] header = draft.header().bytes();
            Prefix prefix =
                    new Prefix(
                            draft.kind(),
                            draft.tag(),
                            Prefix.bucketOf(draft.header().time()),
                            sizeClass,
                            draft.salt(),
                            keys.commit(),
                            SealedOp.bodyHash(body),
                            Head.sealedLength(header.length));
            byte[] prefixBytes = prefix.bytes();
            Head head =
                    new Head(
                            header,
                            draft.header(),
                            device.sign(DeviceLabels.OP, OpOpener.signed(prefixBytes, header)));
            byte[] headCt = Aead.seal(keys.headKey(), keys.headNonce(), prefixBytes, head.padded());
            return SealedOp.parse(join(join(prefixBytes, headCt), body)).orElseThrow();
        }
    }

    private byte[] fresh() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
