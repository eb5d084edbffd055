// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.trustee.Trustees;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Elections that belenios-tool 2.0 made: every part of them holds here, and what follows from the
/// parts is the same to the byte.
class BeleniosElectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"mandatory.bel", "threshold.bel"})
    void whatBelongsToTheSetUpHoldsAndIsWrittenTheSame(String name) throws Exception {
        BeleniosArchive archive = BeleniosArchive.read(name);
        Election election = Election.read(archive.election());
        Trustees trustees = Trustees.read(archive.trustees());
        CredentialList list = CredentialList.read(archive.credentials());

        assertThat(
                        Election.of(election.terms(), election.group(), election.key().element())
                                .bytes())
                .isEqualTo(archive.election());
        assertThat(election.terms().description()).contains("«¿huelga?» \"1\"\t2");
        assertThat(trustees.flaw(election.group())).isEmpty();
        assertThat(trustees.key(election.group())).isEqualTo(election.key().element());
        assertThat(trustees.bytes()).isEqualTo(archive.trustees());
        assertThat(list.flaw(election.group())).isEmpty();
        assertThat(list.size()).isEqualTo(4);
        assertThat(list.bytes()).isEqualTo(archive.credentials());
        assertThat(CredentialList.of(list.weights()).bytes()).isEqualTo(archive.credentials());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandatory.bel", "threshold.bel"})
    void itsBallotsAreValidAndWrittenTheSame(String name) throws Exception {
        BeleniosArchive archive = BeleniosArchive.read(name);
        BallotCheck check = new BallotCheck(Election.read(archive.election()));
        assertThat(archive.ballots()).hasSize(4);
        for (byte[] bytes : archive.ballots()) {
            Ballot ballot = Ballot.read(bytes);
            assertThat(check.flaw(ballot)).isEmpty();
            assertThat(ballot.bytes()).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @DisplayName("BAL-8: the tally and the result follow from the ballots")
    @CsvSource({"mandatory.bel, 2", "threshold.bel, 3"})
    void itsTallyAndResultFollowFromItsBallots(String name, int second) throws Exception {
        BeleniosArchive archive = BeleniosArchive.read(name);
        Election election = Election.read(archive.election());
        Trustees trustees = Trustees.read(archive.trustees());
        CredentialList list = CredentialList.read(archive.credentials());

        Map<Element, Ballot> counted = new LinkedHashMap<>();
        for (byte[] bytes : archive.ballots()) {
            Ballot ballot = Ballot.read(bytes);
            counted.put(ballot.credential(), ballot);
        }
        EncryptedTally tally = EncryptedTally.none(election);
        long weight = 0;
        for (Ballot ballot : counted.values()) {
            int each = list.weight(ballot.credential());
            tally = tally.plus(election, ballot, each);
            weight += each;
        }
        assertThat(tally.bytes()).isEqualTo(archive.tally());
        assertThat(EncryptedTally.read(archive.tally())).isEqualTo(tally);

        Map<Integer, PartialDecryption> parts = new TreeMap<>();
        for (int i = 0; i < archive.decryptions().size(); i++) {
            byte[] bytes = archive.decryptions().get(i);
            PartialDecryption part = PartialDecryption.read(bytes);
            int owner = i == 0 ? 1 : second;
            Element key = trustees.members().get(owner - 1).key();
            assertThat(part.flaw(election, tally, key)).isEmpty();
            assertThat(part.bytes()).isEqualTo(bytes);
            parts.put(owner, part);
        }
        Decryption decryption = Decryption.of(election, trustees, tally, parts).orElseThrow();
        Result result = decryption.result(weight).orElseThrow();
        assertThat(weight).isEqualTo(5);
        assertThat(result.numbers()).isEqualTo(List.of(List.of(3L, 2L, 0L), List.of(2L, 4L, 3L)));
        assertThat(result.bytes()).isEqualTo(archive.result());
        assertThat(decryption.yields(result)).isTrue();
    }
}
