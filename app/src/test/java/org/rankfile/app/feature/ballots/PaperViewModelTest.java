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
import org.rankfile.domain.vote.PaperView;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Counting papers: what does not add up is said, and what was typed is seen by nobody else.
@Timeout(60)
class PaperViewModelTest {
    @TempDir Path temp;

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private BallotsViewModel model;

    @SuppressWarnings("NullAway.Init")
    private PaperViewModel paper;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        model = new BallotsViewModel(at.workplace(), polls);
        paper = model.paper(polls.onPaper().getFirst());
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private void type(String cast, String yes, String no, String blank, String spoilt) {
        PaperViewModel.Entry entry = paper.entries.getFirst();
        paper.cast.set(cast);
        entry.answers().get(0).set(yes);
        entry.answers().get(1).set(no);
        entry.blank().set(blank);
        entry.spoilt().set(spoilt);
    }

    @Test
    void whatIsMissingOrDoesNotAddUpIsSaidAndNothingIsEntered() {
        List<String> errors = new ArrayList<>();
        String[][] typed = {
            {"", "30", "20", "1", "0"},
            {"51", "30", "", "1", "0"},
            {"51", "30", "-20", "1", "0"},
            {"51", "30", "20", "0", "0"}
        };
        for (String[] each : typed) {
            type(each[0], each[1], each[2], each[3], each[4]);
            paper.enter();
            errors.add(paper.asking.error.get());
        }
        assertThat(errors.get(0)).contains("how many papers");
        assertThat(errors.get(1)).contains("every field").isEqualTo(errors.get(2));
        assertThat(errors.get(3)).contains("make 50").contains("51 papers");
        assertThat(polls.done).isEmpty();
    }

    @Test
    void aCountIsEnteredOnceAndWhatWasTypedIsGone() throws Exception {
        assertThat(paper.isMyTurn(polls.onPaper().getFirst())).isTrue();
        type("51", " 30", "20", "1", "0");
        paper.enter();
        at.until(() -> !at.said().isEmpty());
        assertThat(polls.done).containsExactly("enter count of 51");
        assertThat(paper.cast.get()).isEmpty();
        assertThat(paper.entries.getFirst().blank().get()).isEmpty();
        PaperView after = polls.onPaper().getFirst();
        assertThat(paper.paper.get()).isEqualTo(after);
        assertThat(paper.isMyTurn(after)).isFalse();
    }

    @Test
    void whatWasTypedGoesWithTheLock() throws Exception {
        type("51", "30", "20", "1", "0");
        at.close();
        assertThat(paper.cast.get()).isEmpty();
        assertThat(paper.entries.getFirst().answers().getFirst().get()).isEmpty();
    }

    @Test
    void whereACountStandsIsSaidInWords() {
        PaperView again = polls.onPaper().getFirst();
        PaperView agreed = polls.onPaper().getLast();
        assertThat(PaperPage.said(again, at.workplace().texts())).startsWith("Count number 2");
        assertThat(PaperPage.said(agreed, at.workplace().texts())).contains("the same");
        assertThat(paper.isMyTurn(agreed)).isFalse();
    }

    @Test
    void callingACountNamesWhatIsMissingInTheOrderOfTheForm() throws Exception {
        List<String> made = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        NewPaperViewModel fresh = model.freshPaper(made::add);
        List<Runnable> steps =
                List.of(
                        () -> fresh.title.set("Dues"),
                        () -> fresh.questions.getFirst().text.set("Raise them?"),
                        () -> fresh.entitled.set("64"),
                        () -> fresh.people.get(0).counts().set(true),
                        () -> fresh.people.get(1).counts().set(true));
        for (Runnable step : steps) {
            fresh.call();
            errors.add(fresh.asking.error.get());
            step.run();
        }
        assertThat(errors.get(0)).contains("title");
        assertThat(errors.get(1)).contains("Question 1");
        assertThat(errors.get(2)).contains("could vote");
        assertThat(errors.get(3)).contains("at least 2").isEqualTo(errors.get(4));
        assertThat(polls.done).isEmpty();
        fresh.call();
        at.until(() -> !made.isEmpty());
        assertThat(polls.done).containsExactly("call on paper Dues");
        assertThat(polls.onPaper().getFirst().tellers()).hasSize(2);
        assertThat(polls.onPaper().getFirst().rehearsal()).isTrue();
    }
}
