// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestSession;
import org.rankfile.app.pictures.StagedPolls;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.rule.Label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Calling a ballot: what is missing is named, and what is asked for is what was chosen.
@Timeout(60)
class NewBallotViewModelTest {
    @TempDir Path temp;

    private final List<String> made = new ArrayList<>();

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private NewBallotViewModel model;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        model = new BallotsViewModel(at.workplace(), polls).fresh(made::add);
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private void tellers(int count) {
        for (int i = 0; i < count; i++) {
            model.people.get(i).teller().set(true);
        }
    }

    @Test
    void whatIsMissingIsNamedInTheOrderOfTheForm() {
        List<String> errors = new ArrayList<>();
        Runnable call =
                () -> {
                    model.call();
                    errors.add(model.asking.error.get());
                };
        call.run();
        model.title.set("By-laws");
        call.run();
        model.questions.getFirst().text.set("Adopt?");
        model.questions.getFirst().answers.set("Yes\nYes\n");
        call.run();
        model.questions.getFirst().answers.set("Yes\nNo\n");
        call.run();
        tellers(3);
        call.run();
        assertThat(errors)
                .satisfiesExactly(
                        error -> assertThat(error).contains("title"),
                        error -> assertThat(error).contains("Question 1"),
                        error -> assertThat(error).contains("Question 1"),
                        error -> assertThat(error).contains("at least 3"),
                        error -> assertThat(error).contains("registrar"));
        assertThat(polls.done).isEmpty();
    }

    @Test
    void aBallotIsARehearsalUnlessSomebodySaysOtherwiseAndItsRulesAreToBeChecked()
            throws Exception {
        model.title.set(" By-laws ");
        model.questions.getFirst().text.set("Adopt?");
        tellers(4);
        model.people.get(4).registrar().set(true);
        model.people.get(5).witness().set(true);
        model.call();
        at.until(() -> !made.isEmpty());
        BallotView called = polls.all().getFirst();
        assertThat(called.id()).isEqualTo(made.getFirst());
        assertThat(called.title()).isEqualTo("By-laws");
        assertThat(called.rehearsal()).isTrue();
        assertThat(called.questions().getFirst().answers()).containsExactly("Yes", "No");
        assertThat(called.rules().orElseThrow().label()).isEqualTo(Label.CHECK);
        assertThat(called.officers().tellers()).hasSize(4);
        assertThat(called.officers().threshold()).isEqualTo(3);
        assertThat(called.officers().witnesses()).containsExactly(polls.people().get(5).id());
    }

    @Test
    void theThresholdIsAlwaysMoreThanTheTellersWhoMayBeFaulty() {
        tellers(3);
        assertThat(model.thresholds).containsExactly(2, 3);
        assertThat(model.threshold.get()).isEqualTo(2);
        model.people.get(0).teller().set(false);
        assertThat(model.thresholds).containsExactly(2);
        tellers(6);
        assertThat(model.thresholds).containsExactly(2, 3, 4, 5, 6);
        assertThat(model.threshold.get()).isEqualTo(4);
    }

    @Test
    void aHalfFilledFormIsThereAgainAfterTheLockAndGoneOnceItIsCalled() throws Exception {
        model.title.set("By-laws");
        model.rehearsal.set(false);
        model.questions.getFirst().text.set("Adopt?");
        model.addQuestion();
        model.questions.getLast().answers.set("Ana\nBen");
        tellers(3);
        model.threshold.set(3);
        at.close();
        at = TestSession.again(temp);
        BallotsViewModel after = new BallotsViewModel(at.workplace(), polls);
        at.until(() -> after.fresh(made::add).title.get().equals("By-laws"));
        NewBallotViewModel again = after.fresh(made::add);
        assertThat(again.rehearsal.get()).isFalse();
        assertThat(again.questions.getFirst().text.get()).isEqualTo("Adopt?");
        assertThat(again.questions.getLast().answers.get()).isEqualTo("Ana\nBen");
        assertThat(again.people.get(2).teller().get()).isTrue();
        assertThat(again.threshold.get()).isEqualTo(3);
        again.people.get(4).registrar().set(true);
        again.people.get(5).witness().set(true);
        again.questions.getLast().text.set("Who goes?");
        again.call();
        at.until(() -> !made.isEmpty());
        assertThat(after.fresh(made::add).title.get()).isEmpty();
    }

    @Test
    void oneQuestionIsAlwaysThere() {
        model.addQuestion();
        model.removeQuestion(model.questions.getFirst());
        model.removeQuestion(model.questions.getFirst());
        assertThat(model.questions).hasSize(1);
    }
}
