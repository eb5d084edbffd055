// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Question;

import java.util.List;
import java.util.Optional;

/// A question that is being written. Voters choose one of its answers: of other questions the rules
/// that can be chosen here say nothing.
final class QuestionDraft {
    private static final int FEWEST_ANSWERS = 2;

    final StringProperty text = new SimpleStringProperty("");
    final StringProperty answers;
    final BooleanProperty blank = new SimpleBooleanProperty(true);

    /// @param answers one on each line, yes first, then no
    QuestionDraft(String answers) {
        this.answers = new SimpleStringProperty(answers);
    }

    /// The question; empty while it is none.
    Optional<Question> question() {
        List<String> lines =
                answers.get()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
        boolean whole =
                !text.get().isBlank()
                        && lines.size() >= FEWEST_ANSWERS
                        && lines.size() <= Limits.ANSWERS;
        return whole
                ? Optional.of(new Question(text.get().strip(), lines, blank.get(), 1, 1))
                : Optional.empty();
    }
}
