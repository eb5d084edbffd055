// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.rankfile.domain.vote.rule.Move.*;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds a [Margin] exactly, without trying every ballot (RULE-9).
///
/// The turnouts at which a rule decides cut all turnouts into bands. Within one, a rule asks for
/// shares of yes and nothing else, so there is a best order of ballots for either side: each moves
/// every share at least as far as any other ballot would. The first that turns the outcome is found
/// by halving, because within a band it does not turn back.
final class Reach {
    private final QuestionRule rule;
    private final Tally tally;
    private final Blank blank;
    private final boolean passes;

    Reach(QuestionRule rule, Tally tally) {
        this.rule = rule;
        this.tally = tally;
        this.blank = rule.blank();
        this.passes = passes(tally);
    }

    private boolean passes(Tally figures) {
        boolean tied = rule.tie() == Tie.FAILS && figures.yes() == figures.no();
        return !tied && Check.all(Check.of(rule.conditions(), figures, blank)) == Decision.PASS;
    }

    Margin margin() {
        return new Margin(least(false), least(true));
    }

    private OptionalLong least(boolean revotes) {
        TreeSet<Long> floors = new TreeSet<>();
        turnouts(rule.conditions())
                .forEach(turnout -> floors.add(turnout.needed(tally.whole(turnout.of(), blank))));
        OptionalLong least = OptionalLong.empty();
        long low = 0;
        for (long floor : floors) {
            least = smaller(least, within(new Band(low, floor - 1), revotes));
            low = floor;
        }
        return smaller(least, within(new Band(low, Long.MAX_VALUE), revotes));
    }

    private static Stream<Condition.Turnout> turnouts(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(each ->
                        switch (each) {
                            case Condition.Turnout turnout -> Stream.of(turnout);
                            case Condition.Share share -> Stream.empty();
                            case Condition.If either ->
                                    Stream.of(
                                                    List.<Condition>of(either.when()),
                                                    either.then(),
                                                    either.otherwise())
                                            .flatMap(Reach::turnouts);
                        });
    }

    private static OptionalLong smaller(OptionalLong one, OptionalLong other) {
        return other.isEmpty() || (one.isPresent() && one.getAsLong() <= other.getAsLong())
                ? one
                : other;
    }

    /// Turnouts from the one to the other, both included.
    private record Band(long low, long high) {
        boolean holds(long turnout) {
            return turnout >= low && turnout <= high;
        }
    }

    private OptionalLong within(Band band, boolean revotes) {
        Course course = new Course(tally, blank);
        enter(course, band, revotes);
        if (!band.holds(course.turnout())) {
            return OptionalLong.empty();
        }
        long low = course.length();
        if (passes) {
            towardNo(course, band, revotes);
        } else {
            towardYes(course, band, revotes);
        }
        long high = course.length();
        if (passes(course.after(high)) == passes) {
            return OptionalLong.empty();
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (passes(course.after(middle)) == passes) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(low);
    }

    /// The fewest ballots that bring the turnout into a band.
    private void enter(Course course, Band band, boolean revotes) {
        long more = band.low() - course.turnout();
        if (more > 0) {
            boolean fills = revotes && !blank.inTurnout();
            if (passes) {
                course.then(NO, more);
                course.then(BLANK_TO_NO, fills ? band.low() - course.turnout() : 0);
            } else {
                course.then(BLANK_TO_YES, fills ? more : 0);
                course.then(YES, band.low() - course.turnout());
            }
        } else if (revotes && !blank.inTurnout()) {
            List<Move> emptied =
                    passes
                            ? List.of(YES_TO_BLANK, NO_TO_BLANK, OTHER_TO_BLANK)
                            : List.of(NO_TO_BLANK, OTHER_TO_BLANK, YES_TO_BLANK);
            emptied.forEach(move -> course.then(move, course.turnout() - band.high()));
        }
    }

    private void towardYes(Course course, Band band, boolean revotes) {
        if (revotes) {
            course.then(NO_TO_YES, Long.MAX_VALUE).then(OTHER_TO_YES, Long.MAX_VALUE);
            boolean free = blank.inTurnout();
            course.then(BLANK_TO_YES, free ? Long.MAX_VALUE : band.high() - course.turnout());
        }
        course.then(YES, band.high() - course.turnout());
    }

    private void towardNo(Course course, Band band, boolean revotes) {
        if (revotes) {
            course.then(YES_TO_NO, Long.MAX_VALUE);
            return;
        }
        course.then(NO, band.high() - course.turnout());
        course.then(BLANK, blank.inTurnout() ? 0 : Long.MAX_VALUE);
    }
}
