// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.codec.AuthorlessOpener.Outcome;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

class AuthorlessCodecTest {
    private final Forge forge = new Forge(15);

    private SealedOp seal(long seed, byte[] content) {
        return new OpSealer(forge.device, new SeededRandom(seed))
                .authorless(forge.tag, forge.circle, Forge.TIME, content, forge.secret);
    }

    private Outcome open(SealedOp object) {
        return AuthorlessOpener.open(object, forge.secret, forge.circle);
    }

    @Test
    @DisplayName("OP-21: a prefix without a head, a sealed body, and the content is opened again")
    void whatIsSealedIsOpened() {
        for (int length : new int[] {0, 1, 219, 220, 221, 6100, 128 * 1024, Limits.BODY_BYTES}) {
            SealedOp object = seal(1, new byte[length]);
            assertThat(object.kind()).isEqualTo(Kind.AUTHORLESS);
            assertThat(object.bodyAt()).isEqualTo(Prefix.BYTES);
            int padded = SizeClass.bytes(SizeClass.classOf(length));
            assertThat(object.wire()).hasSize(Prefix.BYTES + padded + 16);
            assertThat(open(object))
                    .isInstanceOfSatisfying(
                            Outcome.Opened.class,
                            opened -> assertThat(opened.content()).isEqualTo(new byte[length]));
        }
    }

    @Test
    @DisplayName("OP-26: two devices that seal alike make the same object: no device is in it")
    void noDeviceIsInAnObject() {
        SealedOp one = seal(1, new byte[30]);
        SealedOp other =
                new OpSealer(forge.stranger(), new SeededRandom(1))
                        .authorless(
                                forge.tag, forge.circle, Forge.TIME, new byte[30], forge.secret);
        assertThat(other.wire()).isEqualTo(one.wire());
    }

    @Test
    @DisplayName("OP-22: no single changed bit of an object goes unseen, its prefix included")
    void everyBitCounts() {
        SealedOp object = seal(1, new byte[30]);
        for (int bit = 0; bit < object.wire().length * 8; bit++) {
            byte[] changed = object.wire().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            SealedOp.parse(changed)
                    .ifPresent(op -> {
                        assertThat(op.id()).isNotEqualTo(object.id());
                        assertThat(open(op)).isNotInstanceOf(Outcome.Opened.class);
                    });
        }
    }

    @Test
    @DisplayName("OP-18: content above its limit is not sealed, and is refused if others did")
    void contentIsBounded() {
        assertThatThrownBy(() -> seal(1, new byte[Limits.BODY_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        AuthorlessVectors.Draft draft = new AuthorlessVectors.Draft(15);
        draft.content = new byte[Limits.BODY_BYTES + 1];
        draft.sizeClass = SizeClass.LARGEST;
        assertThat(open(SealedOp.parse(draft.wire()).orElseThrow()))
                .isEqualTo(new Outcome.Broken(OpOpener.Flaw.PADDING));
    }

    @Test
    @DisplayName("OP-21: no nonsense ends in anything but a refusal")
    void nonsenseIsRefused() {
        byte[] wire = seal(1, new byte[100]).wire();
        Gen.forSeeds(
                1,
                3000,
                seed ->
                        SealedOp.parse(Gen.mutate(new SeededRandom(seed), wire))
                                .filter(op -> op.kind() == Kind.AUTHORLESS)
                                .ifPresent(this::open));
    }
}
