// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.Trustee.Single;
import org.rankfile.ballot.trustee.Trustees;

import java.util.List;
import java.util.Map;

class HeavyVotesTest {
    private static final int HEAVIEST = 999_999_999;

    @Test
    void votesOfTheLargestWeightAreCounted() {
        Fixture fixture = new Fixture(5);
        Election election = fixture.election;
        List<List<Integer>> yes = List.of(List.of(0, 1, 0), List.of(1, 1, 0));
        List<List<Integer>> no = List.of(List.of(0, 0, 1), List.of(0, 1, 0));
        EncryptedTally tally =
                EncryptedTally.none(election)
                        .plus(election, fixture.ballot(fixture.credential(), yes), HEAVIEST)
                        .plus(election, fixture.ballot(fixture.credential(), no), HEAVIEST);

        PartialDecryption part =
                PartialDecryption.of(election, tally, fixture.secret, fixture.random);
        DecryptionKey key = DecryptionKey.of(Fixture.GROUP, fixture.secret, fixture.random);
        Trustees trustees = new Trustees(List.of(new Single(key)));
        Decryption decryption =
                Decryption.of(election, trustees, tally, Map.of(1, part)).orElseThrow();

        long one = HEAVIEST;
        assertThat(decryption.result(2 * one).orElseThrow().numbers())
                .isEqualTo(List.of(List.of(0L, one, one), List.of(one, 2 * one, 0L)));
        assertThat(decryption.result(2 * one - 1)).isEmpty();
    }
}
