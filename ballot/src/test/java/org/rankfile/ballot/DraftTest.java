// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Secret;
import org.rankfile.testkit.SeededRandom;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Cast or test: a device does not know which when it encrypts.
class DraftTest {
    private static final List<List<Integer>> YES = List.of(List.of(0, 1, 0), List.of(1, 0, 1));
    private static final List<List<Integer>> NO = List.of(List.of(0, 0, 1), List.of(1, 0, 1));

    private final Fixture fixture = new Fixture(21);
    private final Credential credential = fixture.credential();

    private Draft draft(List<List<Integer>> choices) {
        return Draft.of(fixture.election, credential.key(), choices, seed());
    }

    private Secret seed() {
        return Secret.random(TestBallot.SEED_BYTES, fixture.random);
    }

    @Test
    @DisplayName("TEST-1: a draft that is cast is a valid ballot with the code that was shown")
    void aDraftThatIsCastIsAValidBallotWithItsCode() {
        for (List<List<Integer>> choices : Fixture.allChoices()) {
            Draft draft = draft(choices);
            Ballot ballot = draft.sign(credential, fixture.random);
            assertThat(fixture.check.flaw(ballot)).isEmpty();
            assertThat(ballot.signature().hash()).isEqualTo(draft.code()).hasSize(43);
        }
    }

    @Test
    @DisplayName("TEST-2: another device makes the same code from a tested draft")
    void anotherDeviceMakesTheSameCode() throws Exception {
        Election elsewhere = Election.read(fixture.election.bytes());
        for (List<List<Integer>> choices : Fixture.allChoices()) {
            Draft draft = draft(choices);
            TestBallot sent = draft.test();
            TestBallot read = TestBallot.read(sent.bytes());
            assertThat(read).isEqualTo(sent);
            assertThat(read.choices()).isEqualTo(choices);
            assertThat(read.code(elsewhere)).isEqualTo(draft.code());
            assertThat(read.code(elsewhere)).isEqualTo(draft.code());
        }
    }

    /// The device shows a yes and encrypts a no. Tested, it has to admit the no, or to show the
    /// code of another ballot than before.
    @Test
    @DisplayName("TEST-3: a device that encrypts another choice than it shows is found out")
    void aDeviceThatEncryptsAnotherChoiceIsFoundOut() throws Exception {
        Draft dishonest = draft(NO);
        String shown = dishonest.code();
        TestBallot admits = dishonest.test();
        assertThat(admits.code(fixture.election)).isEqualTo(shown);
        assertThat(admits.choices()).isNotEqualTo(YES);
        TestBallot denies =
                new TestBallot(admits.electionHash(), admits.credential(), YES, admits.seed());
        assertThat(denies.code(fixture.election)).isNotEqualTo(shown);
        TestBallot other = new TestBallot(admits.electionHash(), admits.credential(), YES, seed());
        assertThat(other.code(fixture.election)).isNotEqualTo(shown);
        TestBallot ofAnother =
                new TestBallot(
                        admits.electionHash(), fixture.credential().key(), NO, admits.seed());
        assertThat(ofAnother.code(fixture.election)).isNotEqualTo(shown);
    }

    @Test
    @DisplayName("TEST-4: what was tested is never signed, and what was signed is never shown")
    void aDraftIsUsedOnce() {
        Draft tested = draft(YES);
        TestBallot test = tested.test();
        assertThatIllegalStateException().isThrownBy(() -> tested.sign(credential, fixture.random));
        assertThatIllegalStateException().isThrownBy(tested::test);
        tested.close();
        assertThat(test.seed().expose()).hasSize(32);

        Draft signed = draft(YES);
        signed.sign(credential, fixture.random);
        assertThatIllegalStateException().isThrownBy(signed::test);
        assertThatIllegalStateException().isThrownBy(() -> signed.sign(credential, fixture.random));

        Draft dropped = draft(YES);
        dropped.close();
        dropped.close();
        assertThatIllegalStateException().isThrownBy(dropped::test);
        assertThatIllegalStateException()
                .isThrownBy(() -> dropped.sign(credential, fixture.random));
    }

    @Test
    void aDraftIsSignedByItsVoterOnlyAndGoesOnAfterAnother() {
        Draft draft = draft(YES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.sign(fixture.credential(), fixture.random));
        assertThat(fixture.check.flaw(draft.sign(credential, fixture.random))).isEmpty();
    }

    @Test
    void twoDraftsOfOneChoiceHaveNothingInCommon() {
        assertThat(draft(YES).code()).isNotEqualTo(draft(YES).code());
    }

    @Test
    void draftsOfWhatIsNoAnswerAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> draft(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft(List.of(List.of(0, 1, 1), List.of(0, 0, 0))));
        Secret shorter = Secret.random(16, fixture.random);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.of(fixture.election, credential.key(), YES, shorter));
    }

    @Test
    @DisplayName("TEST-5: a tested ballot is read in one form, or refused with the place")
    void aTestedBallotIsReadInOneFormOrRefused() throws Exception {
        byte[] bytes = draft(YES).test().bytes();
        SeededRandom fuzz = new SeededRandom(2);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Broken.text(bytes, fuzz);
            try {
                TestBallot read = TestBallot.read(broken);
                assertThat(read.bytes()).isEqualTo(broken);
                // Some hundred of them would take long.
                if (i % 20 == 0) {
                    assertThat(read.code(fixture.election)).hasSize(43);
                }
            } catch (Malformed expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(800, 1_999);
        String text = new String(bytes, StandardCharsets.UTF_8);
        refuses(text.replace("[0,1,0]", "[0,1,1]"), "choices[0]: not an answer to the question");
        refuses(text.replace("[0,1,0],", ""), "choices: not one for each question");
        refuses(
                text.replace(fixture.election.fingerprint(), "another"),
                "election_hash: of another election");
        refuses(text.replace("[0,1,0]", "[0,2,0]"), "choices[0][1]: not a number from 0 to 1");
        refuses(text + " ".repeat(20_000), "larger than 16384 bytes");
    }

    private void refuses(String text, String reason) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> TestBallot.read(bytes).code(fixture.election))
                .withMessage(reason);
    }

    @Test
    void nothingOfADraftPrints() {
        Draft draft = draft(YES);
        assertThat(draft).hasToString("Draft");
        assertThat(draft.test()).hasToString("TestBallot");
    }

    /// For other implementations; written with `-Drankfile.vectors=write`.
    @Test
    void theVectorsAreWhatThisSeedMakes() throws Exception {
        Path file =
                Path.of(System.getProperty("rankfile.root"), "docs/spec/vectors/test-ballots.json");
        if ("write".equals(System.getProperty("rankfile.vectors"))) {
            Files.write(file, vectors());
        }
        assertThat(file).hasBinaryContent(vectors());
        JsonValue json = CanonicalJson.readCanonical(Files.readAllBytes(file));
        Election election = Election.read(bytes(json.field("election")));
        for (JsonValue each : json.field("tests").items(100)) {
            assertThat(TestBallot.read(bytes(each.field("test"))).code(election))
                    .isEqualTo(each.field("code").text());
        }
    }

    private static byte[] vectors() throws Malformed {
        DraftTest seeded = new DraftTest();
        Fixture fixture = seeded.fixture;
        ObjectNode json = CanonicalJson.object();
        json.put("election", new String(fixture.election.bytes(), StandardCharsets.UTF_8));
        var tests = json.putArray("tests");
        for (List<List<Integer>> choices : List.of(YES, NO)) {
            TestBallot test = seeded.draft(choices).test();
            tests.addObject()
                    .put("test", new String(test.bytes(), StandardCharsets.UTF_8))
                    .put("code", test.code(fixture.election));
        }
        return CanonicalJson.bytes(json);
    }

    private static byte[] bytes(JsonValue json) throws Malformed {
        return json.text().getBytes(StandardCharsets.UTF_8);
    }
}
