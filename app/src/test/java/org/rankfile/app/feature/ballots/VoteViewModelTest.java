// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestSession;
import org.rankfile.app.feature.ballots.VoteViewModel.Step;
import org.rankfile.app.pictures.StagedPolls;

import java.nio.file.Files;
import java.nio.file.Path;

/// A vote: it cannot go on without an answer, is cast or tested and never both, and nothing of what
/// was chosen stays.
@Timeout(60)
class VoteViewModelTest {
    @TempDir Path temp;

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private VoteViewModel vote;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        vote = new BallotsViewModel(at.workplace(), polls).vote(polls.all().getFirst());
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private void check() throws Exception {
        vote.choices.get(0).mark(1, true);
        vote.choices.get(1).mark(0, true);
        vote.choices.get(1).mark(2, true);
        vote.check();
        at.until(() -> vote.step.get() == Step.CHECK);
    }

    @Test
    void anUnansweredQuestionIsNamedAndNothingIsPrepared() {
        vote.choices.get(0).mark(1, true);
        vote.check();
        assertThat(vote.asking.error.get()).contains("Question 2");
        assertThat(vote.step.get()).isEqualTo(Step.CHOOSE);
        assertThat(polls.done).isEmpty();
    }

    @Test
    void theCodeIsShownBeforeAnythingIsCast() throws Exception {
        check();
        assertThat(vote.code.get()).isEqualTo(StagedPolls.CODE);
        assertThat(polls.done).containsExactly("prepare");
    }

    @Test
    void aCastBallotGivesItsTrackerAndNothingOfTheChoiceStays() throws Exception {
        check();
        vote.cast();
        at.until(() -> vote.step.get() == Step.RECEIPT);
        assertThat(vote.tracker.get()).isEqualTo(StagedPolls.CODE);
        assertThat(polls.done).containsExactly("prepare", "cast");
        assertThat(vote.choices).allSatisfy(choice -> assertThat(choice.answer()).isEmpty());
    }

    @Test
    void aTestedBallotGoesIntoANewFileAndIsNotCast() throws Exception {
        check();
        Path file = temp.resolve("tested.json");
        vote.test(file);
        at.until(() -> !at.said().isEmpty());
        assertThat(vote.step.get()).isEqualTo(Step.TESTED);
        assertThat(file).exists();
        assertThat(polls.done).containsExactly("prepare", "test");
        assertThat(vote.choices).allSatisfy(choice -> assertThat(choice.answer()).isEmpty());
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenAndTheBallotCanStillBeCast() throws Exception {
        check();
        vote.test(Files.writeString(temp.resolve("there.json"), "mine"));
        assertThat(vote.asking.error.get()).contains("already");
        assertThat(vote.step.get()).isEqualTo(Step.CHECK);
        assertThat(temp.resolve("there.json")).hasContent("mine");
        assertThat(polls.done).containsExactly("prepare");
    }

    @Test
    void whatWasChosenIsForgottenWhenTheHomeIsLocked() throws Exception {
        vote.choices.get(0).mark(1, true);
        at.close();
        assertThat(vote.choices.get(0).isMarked(1)).isFalse();
    }

    @Test
    void thatAVoteWasInterruptedIsSaidOnceAndNothingElseIsKept() throws Exception {
        check();
        at.close();
        at = TestSession.again(temp);
        BallotsViewModel after = new BallotsViewModel(at.workplace(), polls);
        at.until(() -> !after.interrupted.get().isEmpty());
        assertThat(after.interrupted.get()).contains("choose again");
        assertThat(at.session().home().drafts().read("vote")).isEmpty();
        assertThat(polls.done).containsExactly("prepare");
        vote = after.vote(polls.all().getFirst());
        assertThat(after.interrupted.get()).isEmpty();
        assertThat(vote.choices.get(0).isMarked(1)).isFalse();
    }

    @Test
    void aBlankVoteIsMarkedAndTakesOtherMarksAway() {
        QuestionChoice choice = vote.choices.get(1);
        assertThat(choice.answer()).isEmpty();
        choice.mark(0, true);
        choice.blank(true);
        assertThat(choice.isMarked(0)).isFalse();
        assertThat(choice.answer()).hasValueSatisfying(answer -> assertThat(answer).isEmpty());
        choice.mark(3, true);
        assertThat(choice.isBlank()).isFalse();
    }

    @Test
    void tooManyAnswersAreNoAnswer() {
        QuestionChoice choice = vote.choices.get(1);
        for (int i = 0; i < 4; i++) {
            choice.mark(i, true);
        }
        assertThat(choice.answer()).isEmpty();
    }

    @Test
    void ofOneAnswerTheLastMarkStands() {
        QuestionChoice choice = vote.choices.get(0);
        choice.mark(0, true);
        choice.mark(1, true);
        assertThat(choice.answer())
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly(1));
    }
}
