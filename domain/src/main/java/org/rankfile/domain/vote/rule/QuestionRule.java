// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.util.List;
import java.util.OptionalInt;

/// What one question needs in order to pass.
///
/// @param question its place in the ballot, from 0; empty for every question without its own rule
/// @param yes the answer that carries it, from 0
/// @param no the answers against it, ascending; what is neither is counted as other
/// @param blank what ballots without an answer count toward
/// @param tie what as many yes as no means
/// @param conditions what has to hold, all of it
public record QuestionRule(
        OptionalInt question,
        int yes,
        List<Integer> no,
        Blank blank,
        Tie tie,
        List<Condition> conditions) {
    /// @throws IllegalArgumentException for rules that contradict themselves
    public QuestionRule {
        no = List.copyOf(no);
        conditions = Condition.all(conditions);
        if (question.isPresent() && !isIndex(question.getAsInt(), Limits.QUESTIONS)) {
            throw new IllegalArgumentException("no such question");
        }
        if (!isIndex(yes, Limits.ANSWERS)
                || no.isEmpty()
                || !no.stream().allMatch(answer -> isIndex(answer, Limits.ANSWERS))) {
            throw new IllegalArgumentException("no answer for yes, or none for no");
        }
        if (no.contains(yes) || !no.equals(no.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("an answer twice, or not in order");
        }
        if (Condition.depth(conditions) > Limits.CONDITION_DEPTH) {
            throw new IllegalArgumentException("too many conditions within each other");
        }
        if (tie == Tie.FAILS && conditions.stream().noneMatch(Condition::needsHalf)) {
            throw new IllegalArgumentException(
                    "a question that fewer yes than no can carry has to say that a tie counts");
        }
    }

    private static boolean isIndex(int index, int count) {
        return index >= 0 && index < count;
    }

    /// A rule for every question, with yes before no, where a blank ballot counts as having voted.
    static QuestionRule plain(Tie tie, Condition... conditions) {
        return new QuestionRule(
                OptionalInt.empty(),
                0,
                List.of(1),
                new Blank(true, true),
                tie,
                List.of(conditions));
    }
}
