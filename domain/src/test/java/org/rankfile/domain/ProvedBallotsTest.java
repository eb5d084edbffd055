// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What a device need not prove again when its program starts again.
class ProvedBallotsTest {
    private static final int BALLOTS = 5;

    private final BallotDay day = new BallotDay(31, 0);

    private PretendMesh.Device device() {
        return day.device(4);
    }

    private String election() {
        return day.view(4).record().orElseThrow().fingerprint();
    }

    @BeforeEach
    void vote() {
        day.call();
        day.open();
        for (int i = 0; i < BALLOTS; i++) {
            day.cast(i, BallotDay.YES);
        }
        day.pass(40);
        assertThat(device().proved.added).isEqualTo(BALLOTS);
    }

    private int provedByRestarting() {
        device().proved.added = 0;
        device().restart();
        day.pass(1);
        return device().proved.added;
    }

    @Test
    @DisplayName("HOLD-15: after a restart no ballot is proved again, and all of them are valid")
    void nothingIsProvedTwice() {
        assertThat(provedByRestarting()).isZero();
        assertThat(day.view(4).turnout().witnessed()).isEqualTo(BALLOTS);
    }

    @Test
    @DisplayName("HOLD-15: what was proved in another election is not known here, and is forgotten")
    void anotherElectionIsNotThisOne() {
        Map<String, Set<Hash>> kept = device().proved.kept;
        kept.put("another", kept.remove(election()));

        assertThat(provedByRestarting()).isEqualTo(BALLOTS);
        assertThat(kept).containsOnlyKeys(election());
    }

    @Test
    @DisplayName("HOLD-15: an envelope with another byte is another, and is proved")
    void whatIsKnownIsOneEnvelope() {
        Set<Hash> kept = Objects.requireNonNull(device().proved.kept.get(election()));
        Hash one = kept.iterator().next();
        kept.remove(one);
        byte[] near = one.bytes();
        near[0] ^= 1;
        kept.add(Hash.of(near));

        assertThat(provedByRestarting()).isEqualTo(1);
    }

    @Test
    @DisplayName("HOLD-15: a disk that fails costs time and no ballot")
    void aFailingDiskCostsNoBallot() {
        device().proved.broken = true;

        assertThat(provedByRestarting()).isEqualTo(BALLOTS);
        assertThat(day.view(4).turnout().witnessed()).isEqualTo(BALLOTS);
    }
}
