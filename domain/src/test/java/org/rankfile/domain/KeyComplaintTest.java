// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.SameExponent;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.ballot.trustee.OpenedLetter;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.testkit.SeededRandom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Tellers who complain while they make the key: rightly and wrongly. Tellers are devices 0 to 3.
class KeyComplaintTest {
    private static final int CHEAT = 3;

    private final SeededRandom random = new SeededRandom(42);
    private final BallotDay day = new BallotDay(41, 0);

    /// All have taken their offices, and only the cheat knows it.
    @BeforeEach
    void acceptAll() {
        day.away.add(day.device(CHEAT));
        day.call();
        day.away.clear();
        day.mesh.deliver(day.device(CHEAT), 1, Set.of());
    }

    private Contribution contribution() throws Malformed {
        Secret kept =
                Objects.requireNonNull(day.device(CHEAT).secrets.get(day.id + "-contribution"));
        return Contribution.read(kept.expose());
    }

    /// The cheat shows what it promised, with another's letter in the place of one.
    private void revealFalsely(int to, int with) throws Malformed {
        Contribution honest = contribution();
        List<String> shares = new ArrayList<>(honest.shares());
        shares.set(to, honest.shares().get(with));
        HallWords.say(
                day.device(CHEAT),
                day.id,
                new Step.Reveal(
                        new Contribution("", shares, honest.commitments(), honest.agreement())));
    }

    private void everybodyNames(int device) {
        for (int i = 0; i < 5; i++) {
            assertThat(day.view(i).phase()).isEqualTo(BallotPhase.FAILED);
            assertThat(BallotDay.done(day.ballots(i).atFault(day.id)))
                    .contains(day.device(device).person);
        }
    }

    @Test
    @DisplayName("HOLD-2: a false share is shown by who got it, and everybody names who gave it")
    void theGiverOfAFalseShareIsNamed() throws Exception {
        revealFalsely(0, 1);
        day.meet();

        assertThat(new HallWords(day.mesh).all("fault")).hasSize(1);
        everybodyNames(CHEAT);
    }

    @Test
    @DisplayName("HOLD-2: who opens a share that holds is named, and not who gave it")
    void whoAccusesAnHonestTellerIsNamed() throws Exception {
        accuseFalsely(key());
        everybodyNames(0);
    }

    @Test
    @DisplayName("HOLD-2: who opens a letter with another key than theirs is named")
    void whoOpensWithAnotherKeyIsNamed() throws Exception {
        accuseFalsely(Groups.BELENIOS_2048.random(random));
        everybodyNames(0);
    }

    /// Device 0 has shown its contribution, and accuses the last teller, which is honest.
    private void accuseFalsely(Scalar key) throws Malformed {
        for (int device : List.of(0, 1, 2, 1, 0)) {
            day.mesh.deliver(day.device(device), 1, Set.of());
        }
        String letter = contribution().shares().getFirst();
        Element alpha =
                CanonicalJson.read(letter.getBytes(StandardCharsets.UTF_8))
                        .field("alpha")
                        .element();
        Hash hash =
                Hash.sha256(
                        new Label("rankfile/ballot-letter/1"),
                        letter.getBytes(StandardCharsets.UTF_8));
        String prefix = "rankfile/ballot-letter-opened/1|" + hash.hex() + "|";
        Group group = Groups.BELENIOS_2048;
        OpenedLetter opened =
                new OpenedLetter(
                        hash,
                        group.power(alpha, key),
                        SameExponent.prove(group, prefix, alpha, key, random));
        HallWords.say(day.device(0), day.id, new Step.Fault(CHEAT + 1, Optional.of(opened)));
        day.meet();
    }

    /// What device 0 reads letters with.
    private Scalar key() throws Malformed {
        Secret kept = Objects.requireNonNull(day.device(0).secrets.get(day.id + "-office"));
        String seed = CanonicalJson.read(kept.expose()).field("trustee").text();
        byte[] input = ("dk|" + seed).getBytes(StandardCharsets.UTF_8);
        return Groups.BELENIOS_2048.scalar(new BigInteger(1, Hash.sha256Plain(input).bytes()));
    }

    @Test
    @DisplayName("HOLD-2: an accusation that shows nothing stops nothing")
    void anAccusationWithoutEvidenceNamesNobody() {
        HallWords.say(day.device(CHEAT), day.id, new Step.Fault(1, Optional.empty()));
        day.meet();

        for (int i = 0; i < 5; i++) {
            assertThat(day.view(i).phase()).isEqualTo(BallotPhase.PREPARING);
            assertThat(day.view(i).waitingFor()).containsExactly(day.device(CHEAT).person);
            assertThat(BallotDay.done(day.ballots(i).atFault(day.id))).isEmpty();
        }
    }
}
