// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.Trustee.Single;
import org.rankfile.ballot.trustee.Trustees;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class BallotTest {
    private static final List<List<Integer>> YES_AND_A_B =
            List.of(List.of(0, 1, 0), List.of(1, 1, 0));

    private final Fixture fixture = new Fixture(11);

    @Test
    void everyAnswerThatTheQuestionsAllowMakesAValidBallotAndCounts() {
        Election election = fixture.election;
        EncryptedTally tally = EncryptedTally.none(election);
        List<List<List<Integer>>> all = Fixture.allChoices();
        assertThat(all).hasSize(3 * 7);
        for (List<List<Integer>> choices : all) {
            Ballot ballot = fixture.ballot(fixture.credential(), choices);
            assertThat(fixture.check.flaw(ballot)).isEmpty();
            tally = tally.plus(election, ballot, 1);
        }
        Trustees trustees =
                new Trustees(
                        List.of(
                                new Single(
                                        DecryptionKey.of(
                                                Fixture.GROUP, fixture.secret, fixture.random))));
        PartialDecryption part =
                PartialDecryption.of(election, tally, fixture.secret, fixture.random);
        Decryption decryption =
                Decryption.of(election, trustees, tally, Map.of(1, part)).orElseThrow();
        assertThat(decryption.result(all.size()).orElseThrow().numbers())
                .isEqualTo(List.of(List.of(7L, 7L, 7L), List.of(9L, 9L, 9L)));
        assertThat(decryption.result(8)).isEmpty();
    }

    @Test
    void whatTheQuestionsDoNotAllowIsNotEncrypted() {
        Credential credential = fixture.credential();
        List<Integer> fine = List.of(1, 0, 0);
        for (List<Integer> wrong :
                List.of(List.of(0, 0, 0), List.of(1, 1, 0), List.of(0, 2, 0), List.of(0, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fixture.ballot(credential, List.of(wrong, fine)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.ballot(credential, List.of(fine)));
    }

    /// The proofs are those of other choices: what is swapped are the ciphertexts.
    @Test
    void aCiphertextThatTheProofsAreNotAboutIsFound() {
        Credential voter = fixture.credential();
        Ballot ballot = fixture.ballot(voter, YES_AND_A_B);
        Answer answer = ballot.answers().get(1);
        List<Ciphertext> swapped = new ArrayList<>(answer.choices().reversed());
        Answer changed = new Answer(swapped, answer.individual(), answer.overall(), answer.blank());
        Ballot signedAnew =
                new BallotForge(fixture).sign(voter, List.of(ballot.answers().getFirst(), changed));
        assertThat(fixture.check.flaw(signedAnew).orElseThrow())
                .startsWith("answers[1].individual_proofs[0]");
    }

    @Test
    void numbersOutsideTheGroupAreRefused() {
        Ballot ballot = fixture.ballot(fixture.credential(), YES_AND_A_B);
        BigInteger modulus = Fixture.GROUP.modulus();
        for (BigInteger bad : List.of(BigInteger.ZERO, modulus.subtract(BigInteger.ONE), modulus)) {
            Ballot forged =
                    new Ballot(
                            ballot.electionUuid(),
                            ballot.electionHash(),
                            new Element(bad),
                            ballot.answers(),
                            ballot.signature());
            assertThat(fixture.check.flaw(forged))
                    .contains("credential: not an element of the group");
        }
    }

    @Test
    @DisplayName("BAL-3: every change of one number or text is found")
    void everyChangeOfOneNumberOrTextIsFound() throws Exception {
        String text = new String(fixture.ballot(fixture.credential(), YES_AND_A_B).bytes(), UTF_8);
        Matcher value = Pattern.compile("\":\"([^\"]+)\"").matcher(text);
        int changed = 0;
        while (value.find()) {
            int last = value.end(1) - 1;
            char other = text.charAt(last) == '1' ? '2' : '1';
            String mutant = text.substring(0, last) + other + text.substring(last + 1);
            assertThat(fixture.check.flaw(Ballot.read(mutant.getBytes(UTF_8)))).isPresent();
            changed++;
        }
        assertThat(changed).isGreaterThan(50);
    }

    @Test
    @DisplayName("BAL-2: another form of the same ballot is refused")
    void anotherFormOfTheSameBallotIsRefused() {
        String text = new String(fixture.ballot(fixture.credential(), YES_AND_A_B).bytes(), UTF_8);
        for (String other :
                List.of(
                        text.replace(",\"answers\"", ", \"answers\""),
                        text + "\n",
                        text.replace("\"challenge\":\"", "\"challenge\":\"0"),
                        text.replaceFirst("\\{", "{\"more\":1,"),
                        text.replaceFirst("\"election_uuid\":\"[^\"]*\",", "$0$0"),
                        text.replace("\"election_uuid\"", "\"election_uuid\\u0000\""))) {
            assertThatThrownBy(() -> Ballot.read(other.getBytes(UTF_8)))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aBallotOfAnotherElectionIsRefused() {
        Ballot ballot = fixture.ballot(fixture.credential(), YES_AND_A_B);
        assertThat(new Fixture(12).check.flaw(ballot))
                .isEqualTo(Optional.of("election_hash: of another election"));
    }

    @Test
    @DisplayName("BAL-4: a credential is read from paper and never printed")
    void aCredentialIsReadFromPaperAndNeverPrinted() {
        Credential drawn = fixture.credential();
        Credential read = Credential.of(Fixture.GROUP, Fixture.UUID, drawn.exposeText());
        assertThat(read.key()).isEqualTo(drawn.key());
        assertThat(drawn.toString()).isEqualTo("Credential");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credential.of(Fixture.GROUP, Fixture.UUID, "0OIl"));
    }
}
