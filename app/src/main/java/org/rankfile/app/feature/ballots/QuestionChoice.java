// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.rankfile.ballot.Question;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a voter has marked at one question so far. A blank vote is marked, too: nothing marked is
/// no answer where a blank one can be. Never prints.
final class QuestionChoice {
    private final Question question;
    private final SortedSet<Integer> chosen = new TreeSet<>();
    private boolean blank;

    QuestionChoice(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    /// Whether one answer takes the place of another.
    boolean isSingle() {
        return question.max() == 1 && (question.min() == 1 || question.blank());
    }

    /// Marks an answer, or takes the mark away.
    void mark(int answer, boolean marked) {
        if (!marked) {
            chosen.remove(answer);
            return;
        }
        if (isSingle()) {
            chosen.clear();
        }
        blank = false;
        chosen.add(answer);
    }

    /// Marks that nothing is chosen.
    void blank(boolean marked) {
        blank = marked;
        if (marked) {
            chosen.clear();
        }
    }

    boolean isMarked(int answer) {
        return chosen.contains(answer);
    }

    /// Whether any answer is.
    boolean isMarked() {
        return !chosen.isEmpty();
    }

    boolean isBlank() {
        return blank;
    }

    /// The answer, as numbers from 0; empty while it is none.
    Optional<Set<Integer>> answer() {
        if (blank) {
            return Optional.of(Set.of());
        }
        boolean enough = chosen.size() >= question.min() && chosen.size() <= question.max();
        boolean marked = !chosen.isEmpty() || !question.blank();
        return enough && marked
                ? Optional.of(Collections.unmodifiableSet(new TreeSet<>(chosen)))
                : Optional.empty();
    }

    /// Forgets everything.
    void clear() {
        chosen.clear();
        blank = false;
    }
}
