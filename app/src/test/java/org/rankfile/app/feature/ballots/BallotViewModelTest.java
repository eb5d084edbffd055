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
import org.rankfile.app.widget.Notice;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is said of a ballot, and what its officers do by hand.
@Timeout(60)
class BallotViewModelTest {
    @TempDir Path temp;

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private BallotsViewModel model;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        model = new BallotsViewModel(at.workplace(), polls);
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private BallotView in(BallotPhase phase) {
        return polls.all().stream().filter(each -> each.phase() == phase).findFirst().orElseThrow();
    }

    private BallotViewModel page(BallotPhase phase) {
        return model.ballot(in(phase).id());
    }

    private static BallotView voted(BallotView of, Progress progress) {
        BallotView.Ticket ticket = new BallotView.Ticket(StagedPolls.CODE, progress, 0);
        return new BallotView(
                of.id(),
                of.title(),
                of.description(),
                of.questions(),
                of.rehearsal(),
                of.rules(),
                of.phase(),
                of.officers(),
                of.mine(),
                of.waitingFor(),
                of.times(),
                of.record(),
                of.turnout(),
                new BallotView.Vote(true, Optional.empty(), List.of(ticket), 0),
                Optional.empty());
    }

    @Test
    void everyPhaseSaysWhatHappensAndWhomItWaitsFor() {
        BallotWords words = model.words();
        assertThat(words.waits(in(BallotPhase.PREPARED))).contains("Rosa");
        assertThat(words.waits(in(BallotPhase.DECRYPTING))).contains("Chiara, Dmitri");
        assertThat(words.waits(in(BallotPhase.VOTING))).startsWith("Voting closes on");
        assertThat(words.waits(in(BallotPhase.COUNTED))).isEmpty();
        assertThat(words.turnout(in(BallotPhase.PREPARED))).isEmpty();
        assertThat(words.turnout(in(BallotPhase.VOTING))).contains("214", "198", "87");
    }

    @Test
    void aBallotThatTooFewWitnessesSawIsNeverShownAsDone() {
        BallotView open = in(BallotPhase.VOTING);
        for (Progress progress : List.of(Progress.HELD, Progress.IN_BOX)) {
            BallotWords.Said said = model.words().mine(voted(open, progress));
            assertThat(said.kind()).isEqualTo(Notice.Kind.WARNING);
            assertThat(said.text()).contains("does not count yet");
        }
        assertThat(model.words().mine(voted(open, Progress.WITNESSED)).kind())
                .isEqualTo(Notice.Kind.DONE);
        assertThat(model.words().mine(voted(open, Progress.NOT_COUNTED)).kind())
                .isEqualTo(Notice.Kind.ERROR);
        assertThat(model.words().mine(open).text()).startsWith("You have not voted");
    }

    @Test
    void timesAreReadAsTheyAreTypedAndBadOnesOpenNothing() throws Exception {
        BallotViewModel page = page(BallotPhase.PREPARED);
        page.open("tomorrow", "2026-11-26 08:00", 24);
        assertThat(page.asking.error.get()).contains("2026-11-30 08:00");
        page.open("2026-11-26 08:00", "2026-11-24 08:00", 24);
        assertThat(page.asking.error.get()).contains("close after");
        assertThat(polls.done).isEmpty();
        page.open("2026-11-24 08:00", " 2026-11-26 08:00", 24);
        at.until(() -> !at.said().isEmpty());
        assertThat(polls.done).containsExactly("open 1795507200 1795680000 86400");
        page.close();
    }

    @Test
    void theRecordIsThreeNewFiles() throws Exception {
        BallotViewModel page = page(BallotPhase.COUNTED);
        page.save(temp.resolve("overtime.bel"));
        at.until(() -> !at.said().isEmpty());
        assertThat(temp.resolve("overtime.bel")).hasContent("an archive");
        assertThat(temp.resolve("overtime-annex.json")).hasContent("an annex");
        assertThat(Files.readString(temp.resolve("overtime.html")))
                .contains("Overtime ban in November", "Rosa", "Dmitri");
        page.save(temp.resolve("overtime"));
        at.until(() -> !page.asking.error.get().isEmpty());
        assertThat(page.asking.error.get()).contains("already");
        page.close();
    }

    @Test
    void whyAShareIsNotDestroyedIsSaidInWords() throws Exception {
        BallotViewModel page = page(BallotPhase.COUNTED);
        page.destroyShare();
        at.until(() -> !page.asking.error.get().isEmpty());
        assertThat(page.asking.error.get()).contains("thirty days");
        page.withdraw();
        at.until(() -> !at.said().isEmpty());
        assertThat(page.asking.error.get()).isEmpty();
        page.close();
    }

    @Test
    void theGraceIsTheOneThatWasChosenAndARehearsalHasItsOwn() throws Exception {
        BallotViewModel page = page(BallotPhase.DECRYPTING);
        page.open("2026-11-24 08:00", "2026-11-26 08:00", 168);
        at.until(() -> !at.said().isEmpty());
        assertThat(polls.done).containsExactly("open 1795507200 1795680000 10");
        page.close();
    }

    @Test
    void enrollingAgainIsOfferedFromTheAgreementUntilVotingCloses() throws Exception {
        assertThat(BallotWords.canEnrolAgain(in(BallotPhase.VOTING))).isTrue();
        assertThat(BallotWords.canEnrolAgain(in(BallotPhase.COUNTED))).isFalse();
        BallotViewModel page = page(BallotPhase.VOTING);
        page.enrolAgain();
        at.until(() -> !at.said().isEmpty());
        assertThat(polls.done).containsExactly("enrol again");
        page.close();
    }

    @Test
    void whyThisLaptopIsHinderedIsSaidUntilItIsNot() {
        polls.hindered = Optional.of(BallotRefusal.DISK_FULL);
        at.session().refresh();
        assertThat(model.hindered.get()).contains("The disk is full").contains("tries again");
        polls.hindered = Optional.empty();
        at.session().refresh();
        assertThat(model.hindered.get()).isEmpty();
    }

    @Test
    void aCodeIsShownInGroupsThatLoseNothing() {
        assertThat(BallotWords.groups("abcdefghij")).isEqualTo("abcd efgh ij");
        assertThat(BallotWords.groups("abcdefgh")).isEqualTo("abcd efgh");
    }
}
