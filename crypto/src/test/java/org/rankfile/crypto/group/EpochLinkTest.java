// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochLink.Opened;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;

class EpochLinkTest {
    private final SeededRandom random = new SeededRandom(2);
    private final EpochKeys old = EpochKeys.generate(random);
    private final EpochKeys fresh = EpochKeys.generate(random);
    private final Hash epoch = Hash.of(random.bytes(32));
    private final byte[] salt = random.bytes(32);
    private final byte[] link = EpochLink.seal(fresh, epoch, old, salt);

    @Test
    @DisplayName(
            "KEY-4: epoch:32 | authority:48 | content and history:80; who has the history key"
                    + " learns all of the old epoch")
    void historyOpensAll() {
        assertThat(link).hasSize(160).hasSize(EpochLink.BYTES).startsWith(epoch.bytes());
        assertThat(EpochLink.open(link, fresh.authority(), fresh.history(), salt))
                .contains(new Opened(epoch, old.authority(), old.content(), old.history()));
    }

    @Test
    @DisplayName("KEY-4: without the history key only the authority plane of the old epoch opens")
    void withoutHistoryTheContentStaysShut() {
        assertThat(EpochLink.open(link, fresh.authority(), null, salt))
                .contains(new Opened(epoch, old.authority(), null, null));
    }

    @Test
    @DisplayName("KEY-4: what the minter lacked is sealed as zeros and opens as nothing")
    void whatWasLackingIsNothing() {
        byte[] partial = EpochLink.seal(fresh, epoch, old.withoutHistory(), salt);
        assertThat(partial).hasSameSizeAs(link);
        assertThat(EpochLink.open(partial, fresh.authority(), fresh.history(), salt))
                .contains(new Opened(epoch, old.authority(), old.content(), null));
        assertThatThrownBy(() -> EpochLink.seal(fresh.withoutHistory(), epoch, old, salt))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("KEY-4: a link opens nothing under other keys, another salt or another epoch")
    void aLinkIsBoundToItsMint() {
        Secret other = Secret.random(32, random);
        assertThat(EpochLink.open(link, other, fresh.history(), salt)).isEmpty();
        byte[] otherSalt = salt.clone();
        otherSalt[0] ^= 1;
        assertThat(EpochLink.open(link, fresh.authority(), fresh.history(), otherSalt)).isEmpty();
        byte[] otherEpoch = link.clone();
        otherEpoch[0] ^= 1;
        assertThat(EpochLink.open(otherEpoch, fresh.authority(), fresh.history(), salt)).isEmpty();
        assertThat(EpochLink.open(link, fresh.content(), fresh.history(), salt)).isEmpty();
        byte[] shorter = Arrays.copyOf(link, link.length - 1);
        assertThat(EpochLink.open(shorter, fresh.authority(), fresh.history(), salt)).isEmpty();
    }

    @Test
    @DisplayName("KEY-4: a damaged second half leaves the authority plane to be verified")
    void aDamagedHalfLeavesTheOther() {
        byte[] damaged = link.clone();
        damaged[link.length - 1] ^= 1;
        assertThat(EpochLink.open(damaged, fresh.authority(), fresh.history(), salt))
                .contains(new Opened(epoch, old.authority(), null, null));
    }

    @Test
    @DisplayName("KEY-4: damage never gives another key")
    void damageGivesNothingElse() {
        Gen.forSeeds(
                1,
                2000,
                seed -> {
                    byte[] damaged = Gen.mutate(new SeededRandom(seed), link);
                    EpochLink.open(damaged, fresh.authority(), fresh.history(), salt)
                            .ifPresent(opened -> {
                                assertThat(opened.epoch()).isEqualTo(epoch);
                                assertThat(opened.authority()).isEqualTo(old.authority());
                                assertThat(opened.content()).isIn(old.content(), null);
                            });
                });
    }
}
