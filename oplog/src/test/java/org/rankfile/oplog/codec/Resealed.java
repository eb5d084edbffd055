// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.codec.OpOpener.Flaw;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;

/// What somebody who can open an op makes of it.
final class Resealed {
    private Resealed() {}

    /// A prefix and a head under it, with the forge's header, signed by the given key.
    static byte[] head(Forge forge, OpKeys keys, byte[] prefix, SigningKey signer) {
        byte[] header = forge.header.bytes();
        Signature signature = signer.sign(DeviceLabels.OP, OpOpener.signed(prefix, header));
        byte[] padded = new Head(header, forge.header, signature).padded();
        byte[] headCt = Aead.seal(keys.headKey(), keys.headNonce(), prefix, padded);
        return Forge.join(prefix, headCt);
    }

    /// An insider opens an op and seals header, signature and body again under a later epoch.
    static OpVectors.Vector byAnInsider(long seed, byte[] body) {
        Forge forge = new Forge(seed);
        SealedOp op = SealedOp.parse(forge.wire(body)).orElseThrow();
        SeededRandom random = new SeededRandom(seed + 1);
        Secret later = Secret.random(32, random);
        byte[] salt = random.bytes(32);
        try (OpKeys old = OpKeys.derive(forge.secret, forge.salt, forge.circle);
                OpKeys fresh = OpKeys.derive(later, salt, forge.circle)) {
            byte[] head =
                    Aead.open(old.headKey(), old.headNonce(), op.prefixBytes(), op.headCt())
                            .orElseThrow();
            byte[] oldAad = OpOpener.bodyAad(forge.circle, forge.salt);
            byte[] plain =
                    Aead.open(old.bodyKey(), old.bodyNonce(), oldAad, op.sealedBody())
                            .orElseThrow();
            byte[] aad = OpOpener.bodyAad(forge.circle, salt);
            byte[] sealed = Aead.seal(fresh.bodyKey(), fresh.bodyNonce(), aad, plain);
            byte[] prefix =
                    new Prefix(
                                    Kind.OP,
                                    forge.tag,
                                    forge.bucket,
                                    0,
                                    salt,
                                    fresh.commit(),
                                    SealedOp.bodyHash(sealed),
                                    528)
                            .bytes();
            byte[] headCt = Aead.seal(fresh.headKey(), fresh.headNonce(), prefix, head);
            byte[] wire = Forge.join(Forge.join(prefix, headCt), sealed);
            return new OpVectors.Vector(
                    "OP-8",
                    "sealed again by an insider under another secret",
                    Flaw.SIGNATURE.name(),
                    later,
                    forge.circle,
                    Arrays.copyOf(wire, wire.length));
        }
    }
}
