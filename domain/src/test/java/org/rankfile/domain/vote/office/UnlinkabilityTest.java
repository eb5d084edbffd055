// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.notice.Times;
import org.rankfile.domain.Limits;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Plays how cells, envelopes and receipts come into the hall, with the plan and the schedule that
/// devices and witnesses go by, and guesses from all that everybody can see whose the one ballot
/// is. That cells are alike on the outside is for `BallotDutiesTest` to say.
class UnlinkabilityTest {
    private static final int RUNS = 1_000;
    private static final int VOTERS = 8;
    private static final int WITNESSES = 3;
    private static final long STEP_MILLIS = 100;
    private static final Times TIMES = new Times(1_000_000, 1_000_080, 5);
    private static final Schedule SCHEDULE = new Schedule(TIMES);

    private record Cell(int device, int window, long millis, int witness) {}

    /// What everybody sees.
    private record Seen(List<Cell> cells, long boxMillis) {
        /// Cells that can have brought the ballot, by when it came into the box.
        List<Cell> candidates() {
            return cells.stream()
                    .filter(cell -> SCHEDULE.publishes(cell.window()) <= boxMillis)
                    .filter(cell -> cell.window() == SCHEDULE.window(boxMillis) - 1)
                    .toList();
        }
    }

    private record Run(Seen seen, int voter) {}

    /// @param cover whether devices hand over cells that hold nothing
    private static Run run(long seed, boolean cover) {
        SeededRandom random = new SeededRandom(seed);
        int voter = random.nextInt(VOTERS);
        long begin = TIMES.opens() * 1000;
        long castMillis = begin + random.nextLong(SCHEDULE.windowMillis() * 4);
        List<Cell> cells = new ArrayList<>();
        long boxMillis = -1;
        List<CellPlan> plans = new ArrayList<>();
        List<Set<Integer>> handed = new ArrayList<>();
        for (int i = 0; i < VOTERS; i++) {
            plans.add(new CellPlan(SCHEDULE, random.fork()));
            handed.add(new HashSet<>());
        }
        for (long now = begin; now < (TIMES.closes() + 1) * 1000; now += STEP_MILLIS) {
            for (int i = 0; i < VOTERS; i++) {
                boolean holds =
                        i == voter
                                && castMillis <= now
                                && boxMillis < 0
                                && plans.get(i)
                                        .takes(SCHEDULE.window(now), SCHEDULE.window(castMillis));
                if (!plans.get(i).isDue(now, handed.get(i))) {
                    continue;
                }
                int window = SCHEDULE.window(now);
                handed.get(i).add(window);
                if (cover || holds) {
                    int own = i < WITNESSES ? i : -1;
                    cells.add(new Cell(i, window, now, plans.get(i).witness(WITNESSES, own)));
                }
                if (holds) {
                    boxMillis = SCHEDULE.publishes(window);
                }
            }
        }
        return new Run(new Seen(cells, boxMillis), voter);
    }

    private static int hits(boolean cover, Function<Seen, Integer> guess) {
        int hits = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = run(seed, cover);
            hits += guess.apply(run.seen()) == run.voter() ? 1 : 0;
        }
        return hits;
    }

    private static int first(Seen seen) {
        return seen.candidates().stream()
                .min(Comparator.comparingLong(Cell::millis))
                .map(Cell::device)
                .orElse(0);
    }

    private static int last(Seen seen) {
        return seen.candidates().stream()
                .max(Comparator.comparingLong(Cell::millis))
                .map(Cell::device)
                .orElse(0);
    }

    private static int ofTheBusiestWitness(Seen seen) {
        return seen.candidates().stream()
                .max(
                        Comparator.comparingLong((Cell cell) ->
                                seen.candidates().stream()
                                        .filter(other -> other.witness() == cell.witness())
                                        .count()))
                .map(Cell::device)
                .orElse(0);
    }

    private static int whoHandedOverMost(Seen seen) {
        return seen.candidates().stream()
                .max(
                        Comparator.comparingLong((Cell cell) ->
                                seen.cells().stream()
                                        .filter(other -> other.device() == cell.device())
                                        .count()))
                .map(Cell::device)
                .orElse(0);
    }

    /// One in N, and three standard deviations.
    private static double bar() {
        double share = 1.0 / VOTERS;
        return RUNS * share + 3 * Math.sqrt(RUNS * share * (1 - share));
    }

    @Test
    @DisplayName(
            "HOLD-6, HOLD-7: whose a ballot is cannot be guessed from when and to whom cells go")
    void guessesAreNoBetterThanChance() {
        List<Function<Seen, Integer>> guesses =
                List.of(
                        UnlinkabilityTest::first,
                        UnlinkabilityTest::last,
                        UnlinkabilityTest::ofTheBusiestWitness,
                        UnlinkabilityTest::whoHandedOverMost);
        assertThat(guesses)
                .allSatisfy(guess -> assertThat(hits(true, guess)).isLessThan((int) bar()));
    }

    @Test
    void withoutCellsThatHoldNothingTheVoterIsFound() {
        assertThat(hits(false, UnlinkabilityTest::first)).isGreaterThan(RUNS * 9 / 10);
    }

    @Test
    void everyDeviceHandsOverOneCellInEachWindow() {
        Run run = run(4, true);
        for (int device = 0; device < VOTERS; device++) {
            int of = device;
            assertThat(run.seen().cells().stream().filter(cell -> cell.device() == of))
                    .hasSize(Limits.CELLS);
        }
    }
}
