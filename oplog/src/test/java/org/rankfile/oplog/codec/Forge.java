// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes ops as an insider could who has all keys and keeps no rule: each step can be changed
/// before the next one seals it.
final class Forge {
    static final Hlc TIME = new Hlc(1_795_564_800_000L, 3);

    final SigningKey device;
    final Secret secret;
    final CircleTag tag;
    final OpId circle;
    private final SeededRandom random;

    Kind kind = Kind.OP;
    int bucket = Prefix.bucketOf(TIME);
    int sizeClass;
    byte[] open = new byte[0];
    byte[] salt;
    Header header;
    SigningKey signer;
    UnaryOperator<byte[]> onHeader = UnaryOperator.identity();
    UnaryOperator<byte[]> onSignedPrefix = UnaryOperator.identity();
    UnaryOperator<byte[]> onHead = UnaryOperator.identity();
    UnaryOperator<byte[]> onBody = UnaryOperator.identity();
    UnaryOperator<byte[]> onCommit = UnaryOperator.identity();

    Forge(long seed) {
        random = new SeededRandom(seed);
        device = SigningKey.generate(random);
        signer = device;
        secret = Secret.random(32, random);
        tag = CircleTag.of(random.bytes(CircleTag.BYTES));
        circle = id();
        salt = random.bytes(32);
        header = header(1, List.of());
    }

    OpId id() {
        return new OpId(Hash.of(random.bytes(32)));
    }

    SigningKey stranger() {
        return SigningKey.generate(random);
    }

    Header header(long seq, List<OpId> deps) {
        OpId backlink = seq == 1 ? OpId.NONE : id();
        DeviceId by = DeviceId.of(device.verifyKey());
        List<OpId> sorted = deps.stream().sorted().toList();
        return new Header(
                circle, Plane.CONTENT, by, seq, backlink, sorted, TIME, id(), OpType.EVENTS);
    }

    /// A forge of the same device and circle with another salt, for another op.
    Forge again() {
        salt = random.bytes(32);
        return this;
    }

    /// The op of a body, changed as the steps say.
    byte[] wire(byte[] body) {
        try (OpKeys keys = OpKeys.derive(secret, salt, circle)) {
            byte[] padded = onBody.apply(Padding.add(body, random.bytes(32), sizeClass));
            byte[] aad = OpOpener.bodyAad(circle, salt);
            byte[] sealed = Aead.seal(keys.bodyKey(), keys.bodyNonce(), aad, padded);
            byte[] whole = join(open, sealed);
            byte[] headerBytes = onHeader.apply(header.bytes());
            int headLength = Head.sealedLength(headerBytes.length);
            byte[] plain = new byte[headLength - Aead.TAG_BYTES];
            byte[] prefix = prefix(keys, whole, headLength);
            Signature signature =
                    signer.sign(
                            DeviceLabels.OP,
                            OpOpener.signed(onSignedPrefix.apply(prefix.clone()), headerBytes));
            System.arraycopy(headerBytes, 0, plain, 0, headerBytes.length);
            byte[] sig = signature.bytes();
            System.arraycopy(sig, 0, plain, headerBytes.length, sig.length);
            byte[] head = onHead.apply(plain);
            if (head.length != plain.length) {
                prefix = prefix(keys, whole, head.length + Aead.TAG_BYTES);
            }
            byte[] headCt = Aead.seal(keys.headKey(), keys.headNonce(), prefix, head);
            return join(join(prefix, headCt), whole);
        }
    }

    private byte[] prefix(OpKeys keys, byte[] body, int headLength) {
        byte[] commit = onCommit.apply(keys.commit().clone());
        Hash bodyHash = SealedOp.bodyHash(body);
        return new Prefix(kind, tag, bucket, sizeClass, salt, commit, bodyHash, headLength).bytes();
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /// The same bytes with one changed.
    static byte[] flip(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at < 0 ? changed.length + at : at] ^= 1;
        return changed;
    }
}
