// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.PersonId;
import org.rankfile.testkit.SeededRandom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/// Whole laptops vote, each once in an election and one in a window, and somebody guesses who. The
/// guesser sees all that is in the hall, read by a member, with its authors and times, and even
/// when the vote was cast; not the vault of the voter, nor that of the witness who opened the cell,
/// nor by whom an envelope came (HOLD-7).
class BallotUnlinkabilityTest {
    private static final int VOTERS = 5;
    private static final int ELECTIONS = 7;
    private static final int RUNS = ELECTIONS * VOTERS;
    private static final int SECONDS = 10;

    private static final Map<String, Function<Trial, PersonId>> GUESSES = guesses();

    private record Sealed(PersonId author, ContentOp op, Step.Cell cell) {}

    /// One vote, and what there was to see of it.
    ///
    /// @param cells those of the window in which the envelope was handed over, in their order
    /// @param after what was said since the vote was cast
    /// @param receipting the witnesses that entered the envelope, in the order in which they did
    private record Trial(
            PersonId voter, List<Sealed> cells, List<ContentOp> after, List<Integer> receipting) {}

    /// One vote, before it is known what became of it.
    private record Cast(PersonId voter, int window, int said) {}

    private static List<Trial> election(long seed) {
        SeededRandom random = new SeededRandom(seed);
        BallotDay day = new BallotDay(seed, 0);
        day.call(
                new Question("Strike?", List.of("Yes", "No"), false, 1, 1),
                Preset.SIMPLE_MAJORITY.rules());
        day.open();
        List<Integer> voters = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(voters, new Random(random.nextLong()));
        List<Cast> casts = new ArrayList<>();
        for (int window = 0; window < VOTERS; window++) {
            // Voting began a second before the first window's first step.
            int steps = window == 0 ? SECONDS - 1 : SECONDS;
            int before = random.nextInt(steps);
            seconds(day, before);
            int voter = voters.get(window);
            day.cast(voter, random.nextInt(2));
            casts.add(new Cast(day.device(voter).person, window, day.mesh.all.size()));
            seconds(day, steps - before);
        }
        seconds(day, SECONDS + SECONDS * 3 / 4);
        return trials(day, casts);
    }

    private static void seconds(BallotDay day, int count) {
        for (int i = 0; i < count; i++) {
            day.mesh.devices.forEach(each -> each.advance(Duration.ofSeconds(1)));
            day.meet();
        }
    }

    private static List<Trial> trials(BallotDay day, List<Cast> casts) {
        String election = day.view(0).record().orElseThrow().fingerprint();
        HallWords words = new HallWords(day.mesh);
        List<Sealed> cells =
                words.all("cell").stream()
                        .map(said ->
                                new Sealed(
                                        said.op().author(),
                                        said.op(),
                                        (Step.Cell) HallWords.read(said, election)))
                        .toList();
        List<Trial> trials = new ArrayList<>();
        for (Cast cast : casts) {
            trials.add(
                    new Trial(
                            cast.voter(),
                            cells.stream()
                                    .filter(each -> each.cell().window() == cast.window() + 1)
                                    .toList(),
                            day.mesh.all.subList(cast.said(), day.mesh.all.size()),
                            receipting(words, election, envelope(day, cast))));
        }
        return trials;
    }

    /// The envelope that came at the end of the window after the vote.
    private static Hash envelope(BallotDay day, Cast cast) {
        return id(day.mesh.objects().get(cast.window()));
    }

    private static Hash id(AuthorlessObject object) {
        try {
            return CastEnvelope.read(object.content()).id();
        } catch (Malformed impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Integer> receipting(HallWords words, String election, Hash envelope) {
        return words.all("receipts").stream()
                .flatMap(said ->
                        ((Step.Receipts) HallWords.read(said, election)).receipts().stream())
                .filter(receipt -> receipt.envelope().equals(envelope))
                .map(receipt -> receipt.witness())
                .toList();
    }

    private static Map<String, Function<Trial, PersonId>> guesses() {
        Map<String, Function<Trial, PersonId>> all = new TreeMap<>();
        all.put("the first cell", trial -> trial.cells().getFirst().author());
        all.put("the last cell", trial -> trial.cells().getLast().author());
        all.put("the largest cell", trial -> by(trial, cell -> cell.op().body().length));
        all.put("the smallest cell", trial -> by(trial, cell -> -cell.op().body().length));
        all.put("who spoke first since", trial -> trial.after().getFirst().author());
        all.put("who spoke most since", trial -> by(trial, cell -> said(trial, cell)));
        all.put("who spoke least since", trial -> by(trial, cell -> -said(trial, cell)));
        all.put(
                "the clock with most ticks",
                trial -> by(trial, cell -> cell.op().time().counter()));
        all.put(
                "a cell to who entered it first",
                trial ->
                        by(
                                trial,
                                cell ->
                                        cell.cell().witness() == trial.receipting().getFirst()
                                                ? 1
                                                : 0));
        all.put(
                "a cell to who entered it last",
                trial ->
                        by(
                                trial,
                                cell ->
                                        cell.cell().witness() == trial.receipting().getLast()
                                                ? 1
                                                : 0));
        return all;
    }

    private static PersonId by(Trial trial, Function<Sealed, Integer> measure) {
        return trial.cells().stream().max(Comparator.comparing(measure)).orElseThrow().author();
    }

    private static int said(Trial trial, Sealed cell) {
        return (int) trial.after().stream().filter(op -> op.author().equals(cell.author())).count();
    }

    private static double hits(List<Trial> trials, Function<Trial, PersonId> guess) {
        return trials.stream().filter(trial -> guess.apply(trial).equals(trial.voter())).count();
    }

    /// One in N, and three standard deviations: of as many hits as an order of N has with another,
    /// whose variance is at most 1, in each election.
    private static double bar() {
        return ELECTIONS + 3 * Math.sqrt(ELECTIONS);
    }

    @Test
    @DisplayName("HOLD-6, HOLD-7: on whole laptops nothing in the hall says who voted")
    void nothingInTheHallSaysWhoVoted() {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 0; seed < ELECTIONS; seed++) {
            trials.addAll(election(700 + seed));
        }
        assertThat(trials)
                .hasSize(RUNS)
                .allSatisfy(each -> assertThat(each.cells()).hasSize(VOTERS));
        GUESSES.forEach(
                (name, guess) -> assertThat(hits(trials, guess)).as(name).isLessThan(bar()));
    }

    @Test
    @DisplayName("HOLD-10: who sees from where a card's ballot came knows where it was cast")
    void aCardsBallotIsSeenWhereItIsCast() {
        BallotDay day = new BallotDay(699, 3);
        day.call();
        day.open();
        for (int card = 0; card < 3; card++) {
            day.castByCard(card + 2, card, BallotDay.YES);
            assertThat(day.mesh.bringer(day.mesh.objects().getLast()))
                    .isEqualTo(day.device(card + 2).person);
        }
    }
}
