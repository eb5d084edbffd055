// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestSession;
import org.rankfile.app.feature.ballots.CardVoteViewModel.Step;
import org.rankfile.app.pictures.StagedPolls;
import org.rankfile.ballot.roll.PollCard;

import java.nio.file.Path;
import java.util.SplittableRandom;

/// A vote with a card of paper: nothing of card, choice or tracker is there for the next person.
@Timeout(60)
class CardVoteViewModelTest {
    @TempDir Path temp;

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private CardVoteViewModel vote;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        vote = new BallotsViewModel(at.workplace(), polls).cardVote(polls.all().getFirst());
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private void choose(String card) {
        vote.card.set(card);
        vote.choices.get(0).mark(1, true);
        vote.choices.get(1).blank(true);
        vote.check();
    }

    private void nothingIsLeft() {
        assertThat(vote.card.get()).isEmpty();
        assertThat(vote.choices).allSatisfy(choice -> assertThat(choice.answer()).isEmpty());
    }

    @Test
    void aMisspeltCardIsSaidBeforeAnythingIsCast() {
        choose(StagedPolls.CARD + "7");
        assertThat(vote.asking.error.get()).contains("misspelt");
        assertThat(vote.step.get()).isEqualTo(Step.CHOOSE);
        assertThat(polls.done).isEmpty();
    }

    @Test
    void anUnansweredQuestionIsNamed() {
        vote.card.set(StagedPolls.CARD);
        vote.choices.get(0).mark(1, true);
        vote.check();
        assertThat(vote.asking.error.get()).contains("Question 2");
        assertThat(vote.step.get()).isEqualTo(Step.CHOOSE);
    }

    @Test
    void whatIsCastLeavesOnlyTheTrackerAndTheNextPersonDoesNotSeeThat() throws Exception {
        choose(StagedPolls.CARD.toLowerCase(java.util.Locale.ROOT));
        assertThat(vote.step.get()).isEqualTo(Step.CHECK);
        assertThat(polls.done).isEmpty();
        vote.cast();
        at.until(() -> vote.step.get() == Step.RECEIPT);
        assertThat(polls.done).containsExactly("cast by card");
        assertThat(vote.tracker.get()).isEqualTo(StagedPolls.CODE);
        nothingIsLeft();
        vote.next();
        assertThat(vote.step.get()).isEqualTo(Step.CHOOSE);
        assertThat(vote.tracker.get()).isEmpty();
    }

    @Test
    void aCardThatIsNotInTheListCastsNothingAndCanBeTypedAgain() throws Exception {
        choose(PollCard.draw(new SplittableRandom(1)).exposeText());
        vote.cast();
        at.until(() -> !vote.asking.error.get().isEmpty());
        assertThat(vote.step.get()).isEqualTo(Step.CHECK);
        assertThat(polls.done).isEmpty();
        vote.change();
        assertThat(vote.asking.error.get()).isEmpty();
        assertThat(vote.card.get()).isNotEmpty();
    }

    @Test
    void lockingAndLeavingTakeEverythingAway() throws Exception {
        choose(StagedPolls.CARD);
        vote.close();
        nothingIsLeft();
        CardVoteViewModel other =
                new BallotsViewModel(at.workplace(), polls).cardVote(polls.all().getFirst());
        other.card.set(StagedPolls.CARD);
        at.close();
        assertThat(other.card.get()).isEmpty();
    }
}
