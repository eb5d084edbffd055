// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.crypto.Aead;
import org.rankfile.oplog.codec.OpOpener.Flaw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The vectors of `ops.json` without an author: sound objects, and objects that break one rule each
/// and were made by somebody who has the key.
final class AuthorlessVectors {
    private static final byte[] CONTENT = "what a ballot box holds".getBytes(UTF_8);

    private final long seed;
    private final List<OpVectors.Vector> vectors = new ArrayList<>();

    private AuthorlessVectors(long seed) {
        this.seed = seed;
    }

    static List<OpVectors.Vector> all(long seed) {
        AuthorlessVectors made = new AuthorlessVectors(seed);
        made.sound();
        made.notAnOp();
        made.sealed();
        made.padded();
        return made.vectors;
    }

    /// An object in the making.
    static final class Draft {
        private final Forge forge;
        byte[] content = CONTENT;
        int sizeClass;
        private UnaryOperator<byte[]> onPadded = UnaryOperator.identity();
        private UnaryOperator<byte[]> onAad = UnaryOperator.identity();
        private Consumer<byte[]> afterwards = _ -> {};

        Draft(long seed) {
            forge = new Forge(seed);
        }

        byte[] wire() {
            try (OpKeys keys = OpKeys.derive(forge.secret, forge.salt, forge.circle)) {
                Prefix prefix =
                        new Prefix(
                                Kind.AUTHORLESS,
                                forge.tag,
                                forge.bucket,
                                sizeClass,
                                forge.salt,
                                forge.onCommit.apply(keys.commit().clone()),
                                forge.circle.hash(),
                                0);
                byte[] blind = forge.id().hash().bytes();
                byte[] padded = onPadded.apply(Padding.add(content, blind, sizeClass));
                byte[] aad = onAad.apply(AuthorlessOpener.aad(forge.circle, prefix));
                byte[] body = Aead.seal(keys.bodyKey(), keys.bodyNonce(), aad, padded);
                byte[] start = prefix.naming(SealedOp.bodyHash(body)).bytes();
                byte[] wire = Forge.join(start, body);
                afterwards.accept(wire);
                return wire;
            }
        }
    }

    private void add(String clause, String what, String result, Consumer<Draft> change) {
        Draft draft = new Draft(seed);
        change.accept(draft);
        byte[] wire = draft.wire();
        Forge forge = draft.forge;
        vectors.add(new OpVectors.Vector(clause, what, result, forge.secret, forge.circle, wire));
    }

    private void afterwards(String clause, String what, String result, Consumer<byte[]> change) {
        add(clause, what, result, draft -> draft.afterwards = change);
    }

    private void sound() {
        add("OP-21", "content without an author", "Opened", _ -> {});
        add("OP-21", "no content", "Opened", draft -> draft.content = new byte[0]);
        add(
                "OP-21",
                "221 bytes of content need class 1",
                "Opened",
                draft -> {
                    draft.content = new byte[221];
                    draft.sizeClass = 1;
                });
    }

    private void notAnOp() {
        afterwards("OP-21", "without an author, a head announced", "NotAnOp", op -> op[121] = 16);
        afterwards("OP-21", "no head, and said to be an op", "NotAnOp", op -> op[2] = 0);
        afterwards("OP-21", "no head, and said to be a mint", "NotAnOp", op -> op[2] = 1);
        afterwards(
                "OP-7",
                "without an author, a body that the prefix does not name",
                "NotAnOp",
                op -> op[op.length - 1] ^= 1);
        Forge forge = new Forge(seed);
        byte[] op = forge.wire(CONTENT);
        op[2] = 2;
        vectors.add(
                new OpVectors.Vector(
                        "OP-21",
                        "an op said to have no author",
                        "NotAnOp",
                        forge.secret,
                        forge.circle,
                        op));
    }

    private void sealed() {
        String body = Flaw.BODY.name();
        add(
                "OP-6",
                "without an author, a commitment to another key",
                "WrongKey",
                draft -> draft.forge.onCommit = commit -> Forge.flip(commit, 0));
        afterwards("OP-6", "without an author, another salt", "WrongKey", op -> op[24] ^= 1);
        afterwards("OP-22", "moved to another hour", body, op -> op[22] ^= 1);
        afterwards("OP-22", "moved to another circle's tag", body, op -> op[3] ^= 1);
        add(
                "OP-22",
                "sealed for another circle",
                body,
                draft -> draft.onAad = aad -> Forge.flip(aad, 30));
        add("OP-22", "the body of an op, its head cut away", body, AuthorlessVectors::asAnOpDoes);
    }

    /// Sealed with the additional data of an op's body.
    private static void asAnOpDoes(Draft draft) {
        draft.onAad = _ -> OpOpener.bodyAad(draft.forge.circle, draft.forge.salt);
    }

    private void padded() {
        String padding = Flaw.PADDING.name();
        add(
                "OP-21",
                "without an author, padded with a one",
                padding,
                draft -> draft.onPadded = padded -> Forge.flip(padded, -1));
        add(
                "OP-21",
                "without an author, a size class above the smallest",
                padding,
                draft -> draft.sizeClass = 1);
        add(
                "OP-21",
                "without an author, a negative length",
                padding,
                draft -> draft.onPadded = padded -> ByteBuffer.wrap(padded).putInt(32, -1).array());
        add(
                "OP-21",
                "without an author, a length longer than the padding",
                padding,
                draft -> draft.onPadded = AuthorlessVectors::tooLong);
    }

    private static byte[] tooLong(byte[] padded) {
        byte[] changed = Arrays.copyOf(padded, padded.length);
        return ByteBuffer.wrap(changed).putInt(32, padded.length - 35).array();
    }
}
