// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.OpOpener.Flaw;

import java.util.Optional;

/// Opens objects without an author: a prefix and a sealed body, no head (OP-21). Pure.
public final class AuthorlessOpener {
    private static final Label SEAL = new Label("rankfile/authorless-seal/1");

    private AuthorlessOpener() {}

    /// What opening came to.
    public sealed interface Outcome {
        /// It opened. Nothing is known of who sealed it but that they had the key.
        record Opened(byte[] content) implements Outcome {}

        /// The secret is not the one it was sealed with.
        record WrongKey() implements Outcome {}

        /// It was sealed with this secret and breaks the format: refuse it for good.
        record Broken(Flaw flaw) implements Outcome {}
    }

    /// Opens an object with an epoch's content key. The key is checked first, in constant time.
    ///
    /// @param circle the circle's id
    public static Outcome open(SealedOp object, Secret contentKey, OpId circle) {
        Prefix prefix = object.prefix();
        try (OpKeys keys = OpKeys.derive(contentKey, prefix.salt(), circle)) {
            if (!keys.made(prefix.commit())) {
                return new Outcome.WrongKey();
            }
            byte[] aad = aad(circle, prefix);
            Optional<byte[]> padded =
                    Aead.open(keys.bodyKey(), keys.bodyNonce(), aad, object.sealedBody());
            if (padded.isEmpty()) {
                return new Outcome.Broken(Flaw.BODY);
            }
            return Padding.remove(padded.get(), prefix.sizeClass())
                    .<Outcome>map(Outcome.Opened::new)
                    .orElseGet(() -> new Outcome.Broken(Flaw.PADDING));
        }
    }

    /// No signature covers the prefix, so the seal does (OP-22): nobody who only passes an object
    /// on can make another of it.
    static byte[] aad(OpId circle, Prefix prefix) {
        return OpSealer.join(
                OpSealer.join(SEAL.bytes(), circle.hash().bytes()), prefix.beforeBodyHash());
    }
}
