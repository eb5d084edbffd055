// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.archive.Mutations;
import org.rankfile.ballot.archive.Mutations.Mutation;
import org.rankfile.ballot.archive.SmallElection;
import org.rankfile.ballot.archive.TestArchives;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.ballot.verify.Verdict.Rejected;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/// Every field of every record: changed or left out, with all hashes after it made right, the
/// archive is rejected.
class FieldMutationTest {
    /// The one listed voter who does not vote: that the right people are listed has to be shown by
    /// evidence of eligibility, which is not in the archive.
    private static final List<String> WEIGHT_OR_ENTRY_OF_THE_FOURTH =
            List.of("0.2/3", "0.2/3 missing");

    /// What is not noticed, of how many.
    private static List<String> accepted(byte[] archive, List<Integer> links) throws Exception {
        ArchiveVerifier verifier =
                new ArchiveVerifier(Runnable::run, new KnownInMemory(), (done, all) -> true);
        assertThat(verifier.verify(() -> new ByteArrayInputStream(archive)))
                .isInstanceOf(Holds.class);
        List<String> accepted = new ArrayList<>();
        for (Mutation mutation : Mutations.of(archive, links)) {
            Verdict verdict = verifier.verify(() -> new ByteArrayInputStream(mutation.archive()));
            if (!(verdict instanceof Rejected)) {
                accepted.add(mutation.what());
            }
        }
        return accepted;
    }

    @Test
    @DisplayName("BAL-11: no field can be changed, but for who may vote and did not")
    void noFieldOfAnElectionWithMandatoryTrusteesCanBeChanged() throws Exception {
        List<Integer> links = List.of(0, 1, 3, 5, 6, 7, 9);
        assertThat(accepted(TestArchives.read("mandatory.bel"), links))
                .isEqualTo(WEIGHT_OR_ENTRY_OF_THE_FOURTH);
    }

    @Test
    void noFieldOfAnElectionWithAThresholdCanBeChanged() throws Exception {
        List<Integer> links = List.of(0, 2, 6, 8);
        assertThat(accepted(TestArchives.read("threshold.bel"), links))
                .isEqualTo(WEIGHT_OR_ENTRY_OF_THE_FOURTH);
    }

    @Test
    void noFieldOfAnElectionByUsCanBeChanged() throws Exception {
        byte[] archive = new SmallElection(2).archive();
        assertThat(accepted(archive, List.of(0, 1))).containsExactly("0.2/2 missing");
    }
}
