// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;

class WrapTest {
    private final SeededRandom random = new SeededRandom(1);
    private final PreKey ana = PreKey.generate(random);
    private final PreKey ben = PreKey.generate(random);
    private final EpochKeys keys = EpochKeys.generate(random);
    private final byte[] context = random.bytes(48);
    private final byte[] wrap = Wrap.seal(keys, ana.publicKey(), context, random);

    @Test
    @DisplayName("KEY-2: a device opens its own wrap among others")
    void aDeviceFindsItsWrap() {
        byte[] bens = Wrap.seal(keys.withoutHistory(), ben.publicKey(), context, random);
        byte[] both = Arrays.copyOf(bens, 2 * Wrap.BYTES);
        System.arraycopy(wrap, 0, both, Wrap.BYTES, Wrap.BYTES);
        assertThat(Wrap.open(both, ana, context)).contains(keys);
        assertThat(Wrap.open(both, ben, context)).contains(keys.withoutHistory());
    }

    @Test
    @DisplayName("KEY-2: hint:8 | enc:1120 | ct:112, the hint from context and prekey")
    void theLayoutIsFixed() {
        assertThat(wrap).hasSize(8 + 1120 + 112).hasSize(Wrap.BYTES);
        Label label = new Label("rankfile/epoch-hint/1");
        byte[] hint = Hash.sha256(label, context, ana.publicKey().bytes()).bytes();
        assertThat(Arrays.copyOf(wrap, 8)).isEqualTo(Arrays.copyOf(hint, 8));
    }

    @Test
    @DisplayName("KEY-2: no wrap opens for another device, in another mint, or changed")
    void whatIsNotOursDoesNotOpen() {
        assertThat(Wrap.open(wrap, ben, context)).isEmpty();
        byte[] otherMint = context.clone();
        otherMint[47] ^= 1;
        assertThat(Wrap.open(wrap, ana, otherMint)).isEmpty();
        for (int at = 0; at < wrap.length; at += 31) {
            byte[] changed = wrap.clone();
            changed[at] ^= 1;
            assertThat(Wrap.open(changed, ana, context)).as("byte %d", at).isEmpty();
        }
        assertThat(Wrap.open(new byte[0], ana, context)).isEmpty();
        assertThat(Wrap.open(Arrays.copyOf(wrap, wrap.length - 1), ana, context)).isEmpty();
    }

    @Test
    @DisplayName("KEY-2: damage is never more than a wrap that does not open")
    void damageIsRefused() {
        Gen.forSeeds(
                1,
                300,
                seed -> {
                    byte[] damaged = Gen.mutate(new SeededRandom(seed), wrap);
                    boolean same =
                            Arrays.equals(
                                    damaged,
                                    0,
                                    Math.min(damaged.length, wrap.length),
                                    wrap,
                                    0,
                                    wrap.length);
                    assertThat(Wrap.open(damaged, ana, context).isPresent()).isEqualTo(same);
                });
    }

    @Test
    @DisplayName("KEY-3: 96 bytes, zeros where history is not granted")
    void lengthTellsNothing() {
        assertThat(EpochKeys.of(keys.bytes())).contains(keys);
        Secret without = keys.withoutHistory().bytes();
        assertThat(without.length()).isEqualTo(96);
        assertThat(without.slice(64, 96).expose()).containsOnly(0);
        assertThat(EpochKeys.of(without)).contains(keys.withoutHistory());
        assertThat(EpochKeys.of(without.slice(0, 95))).isEmpty();
        assertThat(EpochKeys.of(Secret.concat(without, without.slice(0, 1)))).isEmpty();
        Secret shorter = keys.content().slice(0, 31);
        assertThatThrownBy(() -> new EpochKeys(shorter, keys.authority(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Wrap.seal(keys.withoutHistory(), ana.publicKey(), context, random))
                .hasSameSizeAs(wrap);
    }
}
