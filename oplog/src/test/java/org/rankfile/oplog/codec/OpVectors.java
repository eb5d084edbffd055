// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.OpOpener.Flaw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes `docs/spec/vectors/ops.json`: sound ops, and ops that break one rule each.
final class OpVectors {
    private static final long SEED = 1;
    private static final byte[] BODY = "a body of one op".getBytes(UTF_8);

    private final List<Vector> vectors = new ArrayList<>();

    private OpVectors() {}

    /// One op and what reading it comes to.
    ///
    /// @param result `Opened`, `NotAnOp`, `WrongKey` or the name of a [Flaw]
    record Vector(
            String clause, String what, String result, Secret secret, OpId circle, byte[] op) {}

    static List<Vector> all() {
        OpVectors made = new OpVectors();
        made.sound();
        made.notAnOp();
        made.heads();
        made.headers();
        made.bodies();
        made.signatures();
        made.vectors.addAll(AuthorlessVectors.all(SEED));
        return made.vectors;
    }

    private void add(String clause, String what, String result, Consumer<Forge> change) {
        addChanged(clause, what, result, change, BODY, Stream.empty());
    }

    private void addChanged(
            String clause,
            String what,
            String result,
            Consumer<Forge> change,
            byte[] body,
            Stream<Consumer<byte[]>> after) {
        Forge forge = new Forge(SEED);
        change.accept(forge);
        byte[] op = forge.wire(body);
        after.forEach(step -> step.accept(op));
        vectors.add(new Vector(clause, what, result, forge.secret, forge.circle, op));
    }

    private void afterwards(String clause, String what, String result, Consumer<byte[]> change) {
        addChanged(clause, what, result, _ -> {}, BODY, Stream.of(change));
    }

    private void sound() {
        add("OP-1", "the first op of a device", "Opened", _ -> {});
        add(
                "OP-3",
                "the second, with three dependencies",
                "Opened",
                forge ->
                        forge.header =
                                forge.header(2, List.of(forge.id(), forge.id(), forge.id())));
        add(
                "OP-4",
                "sixteen dependencies: a head of two blocks",
                "Opened",
                forge ->
                        forge.header =
                                forge.header(2, Stream.generate(forge::id).limit(16).toList()));
        addChanged("OP-5", "an empty body", "Opened", _ -> {}, new byte[0], Stream.empty());
        addChanged(
                "OP-5", "220 bytes fill class 0", "Opened", _ -> {}, new byte[220], Stream.empty());
        addChanged(
                "OP-5",
                "221 bytes need class 1",
                "Opened",
                forge -> forge.sizeClass = 1,
                new byte[221],
                Stream.empty());
    }

    private void notAnOp() {
        afterwards("OP-1", "version 2", "NotAnOp", op -> op[0] = 2);
        afterwards("OP-1", "suite 2", "NotAnOp", op -> op[1] = 2);
        afterwards("OP-1", "kind 3", "NotAnOp", op -> op[2] = 3);
        afterwards("OP-1", "size class 42", "NotAnOp", op -> op[23] = 42);
        afterwards("OP-7", "size class 1 on a body of class 0", "NotAnOp", op -> op[23] = 1);
        afterwards(
                "OP-7",
                "a body that the prefix does not name",
                "NotAnOp",
                op -> op[op.length - 1] ^= 1);
        afterwards("OP-7", "a head of 527 bytes", "NotAnOp", op -> op[121]--);
        afterwards(
                "OP-7",
                "a head of 16 bytes",
                "NotAnOp",
                op -> {
                    op[120] = 0;
                    op[121] = 16;
                });
        afterwards(
                "OP-7",
                "a head of three blocks",
                "NotAnOp",
                op -> {
                    op[120] = 6;
                    op[121] = 16;
                });
        Forge forge = new Forge(SEED);
        byte[] whole = forge.wire(BODY);
        cut("cut inside the prefix", forge, Arrays.copyOf(whole, 121));
        cut("cut inside the head", forge, Arrays.copyOf(whole, 400));
        cut("one byte too few", forge, Arrays.copyOf(whole, whole.length - 1));
        cut("one byte too many", forge, Arrays.copyOf(whole, whole.length + 1));
        cut("nothing", forge, new byte[0]);
    }

    private void cut(String what, Forge forge, byte[] op) {
        vectors.add(new Vector("OP-7", what, "NotAnOp", forge.secret, forge.circle, op));
    }

    private void heads() {
        add(
                "OP-6",
                "a commitment to another key",
                "WrongKey",
                forge -> forge.onCommit = commit -> Forge.flip(commit, 0));
        afterwards("OP-6", "another salt", "WrongKey", op -> op[24] ^= 1);
        String head = Flaw.HEAD.name();
        afterwards("OP-4", "prefix changed to kind 1", "NotAnOp", op -> op[2] = 1);
        afterwards("OP-4", "prefix changed to another circle's tag", head, op -> op[3] ^= 1);
        afterwards("OP-4", "prefix changed to another hour", head, op -> op[22] ^= 1);
        afterwards("OP-4", "a changed head", head, op -> op[130] ^= 1);
        add(
                "OP-4",
                "a head padded with a one",
                Flaw.HEADER.name(),
                forge -> forge.onHead = plain -> Forge.flip(plain, -1));
        add(
                "OP-4",
                "a byte after the signature",
                Flaw.HEADER.name(),
                forge -> forge.onHead = plain -> Forge.flip(plain, 152 + 64));
        add(
                "OP-4",
                "two blocks where one is enough",
                Flaw.HEADER.name(),
                forge -> forge.onHead = plain -> Arrays.copyOf(plain, 1024));
    }

    private void header(String what, int at, int... bytes) {
        add(
                "OP-3",
                what,
                Flaw.HEADER.name(),
                forge ->
                        forge.onHeader =
                                header -> {
                                    for (int i = 0; i < bytes.length; i++) {
                                        header[at + i] = (byte) bytes[i];
                                    }
                                    return header;
                                });
    }

    private void headers() {
        header("plane 2", 32, 2);
        header("sequence number 0", 65, 0, 0, 0, 0, 0, 0, 0, 0);
        header("a negative sequence number", 65, 0x80);
        header("number 1 with a backlink", 73, 1);
        header("number 2 without a backlink", 65, 0, 0, 0, 0, 0, 0, 0, 2);
        header("17 dependencies announced", 105, 17);
        header("255 dependencies announced", 105, 255);
        header("a negative counter", 114, 0x80);
        header("a time above 2^48", 106, 0, 1);
        deps("dependencies that descend", true, false);
        deps("a dependency named twice", false, true);
        add(
                "OP-3",
                "the backlink among the dependencies",
                Flaw.HEADER.name(),
                forge -> {
                    Header header = forge.header(2, List.of());
                    forge.header = withDeps(header, List.of(header.backlink()));
                });
        add(
                "OP-3",
                "a dependency on nothing",
                Flaw.HEADER.name(),
                forge -> forge.header = forge.header(2, List.of(OpId.NONE)));
        add(
                "OP-3",
                "the header of another circle",
                Flaw.CIRCLE.name(),
                forge -> forge.onHeader = header -> Forge.flip(header, 0));
        add(
                "OP-10",
                "an hour that is not that of the time",
                Flaw.HEADER.name(),
                forge -> forge.bucket++);
    }

    private void deps(String what, boolean reversed, boolean doubled) {
        add(
                "OP-3",
                what,
                Flaw.HEADER.name(),
                forge -> {
                    List<OpId> two = Stream.of(forge.id(), forge.id()).sorted().toList();
                    List<OpId> wrong = reversed ? two.reversed() : two;
                    forge.header =
                            withDeps(
                                    forge.header,
                                    doubled ? List.of(two.get(0), two.get(0)) : wrong);
                });
    }

    private static Header withDeps(Header of, List<OpId> deps) {
        return new Header(
                of.circle(),
                of.plane(),
                of.device(),
                of.seq(),
                of.backlink(),
                deps,
                of.time(),
                of.epoch(),
                of.type());
    }

    private void bodies() {
        String padding = Flaw.PADDING.name();
        add(
                "OP-5",
                "a body padded with a one",
                padding,
                forge -> forge.onBody = body -> Forge.flip(body, -1));
        add("OP-5", "a size class above the smallest", padding, forge -> forge.sizeClass = 1);
        add(
                "OP-5",
                "a length longer than the padding",
                padding,
                forge -> forge.onBody = body -> ByteBuffer.wrap(body).putInt(32, 221).array());
        add(
                "OP-5",
                "a negative length",
                padding,
                forge -> forge.onBody = body -> ByteBuffer.wrap(body).putInt(32, -1).array());
        add(
                "OP-5",
                "a shorter length: what follows is not zero",
                padding,
                forge ->
                        forge.onBody =
                                body -> ByteBuffer.wrap(body).putInt(32, BODY.length - 1).array());
        otherBody();
    }

    /// The body of another op of the same circle and plane, with a head that names it.
    private void otherBody() {
        Forge forge = new Forge(SEED);
        byte[] other = new Forge(SEED).again().wire(BODY);
        byte[] sealed = Arrays.copyOfRange(other, 122 + 528, other.length);
        try (OpKeys keys = OpKeys.derive(forge.secret, forge.salt, forge.circle)) {
            Prefix prefix =
                    new Prefix(
                            Kind.OP,
                            forge.tag,
                            forge.bucket,
                            0,
                            forge.salt,
                            keys.commit(),
                            SealedOp.bodyHash(sealed),
                            528);
            byte[] op = Resealed.head(forge, keys, prefix.bytes(), forge.device);
            vectors.add(
                    new Vector(
                            "OP-6",
                            "a sealed body taken from another op",
                            Flaw.BODY.name(),
                            forge.secret,
                            forge.circle,
                            Forge.join(op, sealed)));
        }
    }

    private void signatures() {
        String signature = Flaw.SIGNATURE.name();
        add(
                "OP-8",
                "signed by another device",
                signature,
                forge -> forge.signer = forge.stranger());
        add(
                "OP-8",
                "a changed signature",
                signature,
                forge -> forge.onHead = head -> Forge.flip(head, 152));
        add(
                "OP-8",
                "signed over another circle's tag",
                signature,
                forge -> forge.onSignedPrefix = prefix -> Forge.flip(prefix, 3));
        add(
                "OP-8",
                "signed over another hour",
                signature,
                forge -> forge.onSignedPrefix = prefix -> Forge.flip(prefix, 22));
        add(
                "OP-8",
                "signed over another salt",
                signature,
                forge -> forge.onSignedPrefix = prefix -> Forge.flip(prefix, 24));
        add(
                "OP-8",
                "signed over another body",
                signature,
                forge -> forge.onSignedPrefix = prefix -> Forge.flip(prefix, 88));
        add(
                "OP-8",
                "a device whose key has small order",
                signature,
                forge ->
                        forge.onHeader =
                                header -> {
                                    Arrays.fill(header, 33, 65, (byte) 0);
                                    header[33] = 1;
                                    return header;
                                });
        vectors.add(Resealed.byAnInsider(SEED, BODY));
    }
}
