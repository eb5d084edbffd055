// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.crypto.group.EpochLink;
import org.rankfile.crypto.group.Wrap;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.OpSealer.Mint;
import org.rankfile.oplog.codec.OpSealer.OldEpoch;
import org.rankfile.oplog.codec.OpSealer.Recipient;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Mints as strangers may send them.
class ForeignBytesTest {
    private final SeededRandom random = new SeededRandom(12);
    private final Forge forge = new Forge(12);
    private final PreKey prekey = PreKey.generate(random);
    private final SealedOp mint = mint();

    private SealedOp mint() {
        EpochKeys keys = EpochKeys.generate(random);
        OldEpoch old = new OldEpoch(forge.id(), EpochKeys.generate(random));
        Recipient me = new Recipient(prekey.publicKey(), true);
        return new OpSealer(forge.device, random)
                .mint(
                        forge.tag,
                        forge.header,
                        new byte[3],
                        new Mint(keys, List.of(me), List.of(old)));
    }

    @Test
    @DisplayName("KEY-1: wraps:2 | links:1 | wraps | links, before the sealed body")
    void partsAreFound() {
        MintParts parts = mint.mintParts().orElseThrow();
        assertThat(parts.wraps()).hasSize(Wrap.BYTES);
        assertThat(parts.links())
                .singleElement()
                .satisfies(l -> assertThat(l).hasSize(EpochLink.BYTES));
        byte[] body = mint.body();
        assertThat(Arrays.copyOf(body, 3)).isEqualTo(new byte[] {0, 1, 1});
        assertThat(body).hasSize(3 + Wrap.BYTES + EpochLink.BYTES + 256 + 16);
    }

    @Test
    @DisplayName("KEY-1: counts that do not fit the length are no mint's")
    void countsFitTheLength() {
        int sealed = 272;
        byte[] body = mint.body();
        assertThat(MintParts.parse(body, sealed)).isPresent();
        for (int[] change : new int[][] {{0, 1}, {1, 0}, {1, 2}, {2, 0}, {2, 2}, {2, 65}}) {
            byte[] changed = body.clone();
            changed[change[0]] = (byte) change[1];
            assertThat(MintParts.parse(changed, sealed)).isEmpty();
        }
        assertThat(MintParts.parse(body, sealed - 1)).isEmpty();
        assertThat(MintParts.parse(new byte[2], 0)).isEmpty();
        byte[] links = new byte[3 + (Limits.LINKS + 1) * EpochLink.BYTES];
        links[2] = (byte) (Limits.LINKS + 1);
        assertThat(MintParts.parse(links, 0)).isEmpty();
    }

    @Test
    @DisplayName("OP-7, KEY-1: a damaged mint is refused or opens nothing")
    void damagedMintsAreRefused() {
        byte[] wire = mint.wire();
        Gen.forSeeds(
                1,
                2000,
                seed -> {
                    byte[] damaged = Gen.mutate(new SeededRandom(seed), wire);
                    Optional<SealedOp> op = SealedOp.parse(damaged);
                    op.flatMap(SealedOp::mintParts)
                            .ifPresent(parts ->
                                    assertThat(parts.links())
                                            .hasSizeLessThanOrEqualTo(Limits.LINKS));
                    op.ifPresent(o -> {
                        boolean same = Arrays.equals(o.wire(), wire);
                        assertThat(o.id().equals(mint.id()) && !same).isFalse();
                    });
                });
    }

    @Test
    @DisplayName("OP-7: noise in the shape of a prefix is no op")
    void noiseIsNoOp() {
        byte[] wire = mint.wire();
        Gen.forSeeds(
                1,
                3000,
                seed -> {
                    SeededRandom noise = new SeededRandom(seed);
                    byte[] bytes = noise.bytes(122 + noise.nextInt(4000));
                    System.arraycopy(wire, 0, bytes, 0, 3);
                    bytes[23] = (byte) noise.nextInt(42);
                    bytes[120] = (byte) noise.nextInt(5);
                    bytes[121] = 16;
                    assertThat(SealedOp.parse(bytes)).isEmpty();
                });
        assertThat(SealedOp.parse(new byte[Limits.OP_BYTES + 1])).isEmpty();
        assertThat(OpId.NONE).isNotEqualTo(mint.id());
    }
}
