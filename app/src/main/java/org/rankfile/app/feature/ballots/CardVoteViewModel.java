// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Workplace;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Choices;

import java.util.List;
import java.util.Optional;

/// Votes of people who have a card of paper and no laptop, one after the other at a laptop that is
/// shared. Card and choice are here alone and only until the ballot is cast or the page left; the
/// tracker until the next person comes.
final class CardVoteViewModel {
    /// Where the voter is.
    enum Step {
        /// The card is typed and answers are marked.
        CHOOSE,
        /// What was chosen is shown; nothing is cast yet.
        CHECK,
        /// It is cast.
        RECEIPT
    }

    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CHOOSE);
    final StringProperty card = new SimpleStringProperty("");
    final StringProperty tracker = new SimpleStringProperty("");
    final Asking asking;
    final List<QuestionChoice> choices;

    private final BallotView ballot;
    private final Workplace workplace;
    private final Polls polls;
    private final Runnable forget;

    CardVoteViewModel(BallotView ballot, Workplace workplace, Polls polls) {
        this.ballot = ballot;
        this.workplace = workplace;
        this.polls = polls;
        asking = new Asking(workplace);
        choices = ballot.questions().stream().map(QuestionChoice::new).toList();
        forget = workplace.session().beforeClosing(this::clear);
    }

    BallotView ballot() {
        return ballot;
    }

    /// From choosing to checking, where the card can be one and each question is answered.
    void check() {
        asking.error.set("");
        if (PollCard.read(card.get()).isEmpty()) {
            asking.error.set(workplace.texts().of(BallotRefusal.BAD_CARD));
        } else if (answers().isPresent()) {
            step.set(Step.CHECK);
        }
    }

    private Optional<Choices> answers() {
        return asking.answers(choices);
    }

    /// Casts what was checked.
    void cast() {
        Optional<PollCard> read = PollCard.read(card.get());
        Optional<Choices> answers = answers();
        if (read.isPresent() && answers.isPresent()) {
            asking.ask(
                    polls.castByCard(ballot.id(), read.get(), answers.get()),
                    made -> {
                        clear();
                        tracker.set(made);
                        step.set(Step.RECEIPT);
                    });
        }
    }

    /// Back to card and answers.
    void change() {
        asking.error.set("");
        step.set(Step.CHOOSE);
    }

    /// Takes everything of this voter away, for the next one.
    void next() {
        clear();
        change();
    }

    private void clear() {
        card.set("");
        tracker.set("");
        choices.forEach(QuestionChoice::clear);
    }

    /// It is left.
    void close() {
        clear();
        forget.run();
    }
}
