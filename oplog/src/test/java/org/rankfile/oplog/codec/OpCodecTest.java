// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.OpOpener.Flaw;
import org.rankfile.oplog.codec.OpOpener.Outcome;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;
import java.util.stream.Stream;

class OpCodecTest {
    private final Forge forge = new Forge(5);

    private Outcome open(byte[] wire) {
        return OpOpener.open(SealedOp.parse(wire).orElseThrow(), forge.secret, forge.circle, false);
    }

    @Test
    @DisplayName("OP-2: opId = SHA-256(label | prefix | headCt)")
    void theIdIsRecomputedFromTheBytesReceived() {
        byte[] wire = forge.wire(new byte[9]);
        Hash hash = Hash.sha256(new Label("rankfile/op/1"), Arrays.copyOf(wire, 122 + 528));
        assertThat(SealedOp.parse(wire).orElseThrow().id()).isEqualTo(new OpId(hash));
    }

    @Test
    @DisplayName("OP-5: what is sealed is opened, for every length near a step of the classes")
    void everyLengthSurvives() {
        OpSealer sealer = new OpSealer(forge.device, new SeededRandom(6));
        for (int sizeClass = 0; sizeClass < 24; sizeClass++) {
            for (int more = 0; more < 3; more++) {
                byte[] body = new byte[SizeClass.bytes(sizeClass) - 37 + more];
                SealedOp op = sealer.op(forge.tag, forge.header, body, forge.secret);
                assertThat(open(op.wire()))
                        .isInstanceOfSatisfying(
                                Outcome.Opened.class,
                                opened -> assertThat(opened.op().body()).isEqualTo(body));
            }
        }
    }

    @Test
    @DisplayName("OP-5: 42 classes, each at most a quarter larger than the one before")
    void classesGrowByAtMostAQuarter() {
        assertThat(SizeClass.LARGEST).isEqualTo(41);
        assertThat(SizeClass.bytes(0)).isEqualTo(256);
        for (int i = 1; i <= SizeClass.LARGEST; i++) {
            assertThat(SizeClass.bytes(i))
                    .isGreaterThan(SizeClass.bytes(i - 1))
                    .isLessThanOrEqualTo(SizeClass.bytes(i - 1) * 5 / 4);
        }
    }

    @Test
    @DisplayName("OP-18: a body above its limit is not made, and is refused where others made it")
    void bodiesAreBounded() {
        OpSealer sealer = new OpSealer(forge.device, new SeededRandom(6));
        byte[] most = new byte[Limits.BODY_BYTES];
        assertThat(open(sealer.op(forge.tag, forge.header, most, forge.secret).wire()))
                .isInstanceOf(Outcome.Opened.class);
        byte[] over = new byte[Limits.BODY_BYTES + 1];
        assertThatThrownBy(() -> sealer.op(forge.tag, forge.header, over, forge.secret))
                .isInstanceOf(IllegalArgumentException.class);
        forge.sizeClass = SizeClass.LARGEST;
        assertThat(open(forge.wire(over))).isEqualTo(new Outcome.Broken(Flaw.PADDING));
    }

    @Test
    @DisplayName("OP-18: an op above its limit is no op")
    void opsAreBounded() {
        forge.kind = Kind.MINT;
        forge.open = new byte[Limits.OP_BYTES];
        assertThat(SealedOp.parse(forge.wire(new byte[1]))).isEmpty();
    }

    @Test
    @DisplayName("OP-7, OP-8: no single changed bit of an op goes unseen")
    void everyBitCounts() {
        byte[] wire = forge.wire(new byte[30]);
        OpId id = SealedOp.parse(wire).orElseThrow().id();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] changed = wire.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            SealedOp.parse(changed)
                    .ifPresent(op -> {
                        assertThat(op.id()).isNotEqualTo(id);
                        assertThat(OpOpener.open(op, forge.secret, forge.circle, false))
                                .isNotInstanceOf(Outcome.Opened.class);
                    });
        }
    }

    @Test
    @DisplayName("OP-6: another circle's id opens nothing: a seal is bound to its circle")
    void keysAreBoundToTheCircle() {
        SealedOp op = SealedOp.parse(forge.wire(new byte[1])).orElseThrow();
        assertThat(OpOpener.open(op, forge.secret, forge.id(), false))
                .isInstanceOf(Outcome.WrongKey.class);
    }

    @Test
    @DisplayName("OP-6: two ops of one secret share no key, and a body's size hides its text")
    void saltsAreFresh() {
        OpSealer sealer = new OpSealer(forge.device, new SeededRandom(6));
        Stream<SealedOp> ops =
                Stream.generate(() -> sealer.op(forge.tag, forge.header, new byte[8], forge.secret))
                        .limit(100);
        assertThat(ops.map(op -> Hash.of(op.salt())).distinct()).hasSize(100);
    }

    @Test
    @DisplayName("OP-7: nonsense is no op, and no nonsense ends in anything but a refusal")
    void nonsenseIsRefused() {
        SeededRandom random = new SeededRandom(8);
        byte[] wire = forge.wire(new byte[100]);
        Gen.forSeeds(
                1,
                3000,
                seed -> {
                    byte[] bytes = Gen.mutate(new SeededRandom(seed), wire);
                    SealedOp.parse(bytes)
                            .ifPresent(op ->
                                    OpOpener.open(op, forge.secret, forge.circle, seed % 2 == 0));
                });
        for (int length = 0; length < 2000; length++) {
            byte[] noise = random.bytes(length);
            assertThat(SealedOp.parse(noise)).isEmpty();
        }
    }

    @Test
    @DisplayName("OP-3: whatever header is accepted is the one encoding of it")
    void headersAreCanonical() {
        byte[] bytes = forge.header(2, Stream.generate(forge::id).limit(5).toList()).bytes();
        int[] accepted = new int[1];
        Gen.forSeeds(
                1,
                20_000,
                seed -> {
                    byte[] changed = Gen.mutate(new SeededRandom(seed), bytes);
                    Header.parse(changed)
                            .ifPresent(header -> {
                                accepted[0]++;
                                assertThat(header.bytes())
                                        .isEqualTo(Arrays.copyOf(changed, header.length()));
                            });
                });
        assertThat(accepted[0]).isBetween(500, 19_000);
    }
}
