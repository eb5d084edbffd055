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
import org.rankfile.ballot.cast.EnvelopeFile;
import org.rankfile.domain.vote.CheckedTest;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is carried by hand: it is said how much went, and nothing is overwritten or kept.
@Timeout(60)
class HandViewModelTest {
    @TempDir Path temp;

    /// Set before each test.
    @SuppressWarnings("NullAway.Init")
    private TestSession at;

    @SuppressWarnings("NullAway.Init")
    private StagedPolls polls;

    @SuppressWarnings("NullAway.Init")
    private HandViewModel hand;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        polls = new StagedPolls(at.session().home().time().instant());
        hand = new BallotsViewModel(at.workplace(), polls).byHand();
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    @Test
    void whereNothingWaitsNoFileIsWritten() throws Exception {
        hand.out(temp.resolve("out"));
        at.until(() -> !hand.carried.get().isEmpty());
        assertThat(hand.carried.get()).contains("nothing to carry");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        hand.out(Files.writeString(temp.resolve("there"), "mine"));
        assertThat(hand.asking.error.get()).contains("already");
        assertThat(temp.resolve("there")).hasContent("mine");
        assertThat(polls.done).isEmpty();
    }

    @Test
    void whatIsTakenInIsCountedAndSoIsWhatStillWaits() throws Exception {
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        EnvelopeFile.write(none, List.of());
        hand.in(Files.write(temp.resolve("in"), none.toByteArray()));
        at.until(() -> !hand.carried.get().isEmpty());
        assertThat(hand.carried.get()).startsWith("Read: 0. New here: 0.").endsWith(": 0.");
        assertThat(polls.done).containsExactly("hand in", "hand out");
    }

    @Test
    void whatIsNoFileOfBallotsOrCannotBeReadIsSaid() throws Exception {
        hand.in(Files.writeString(temp.resolve("in"), "a letter"));
        at.until(() -> !hand.asking.error.get().isEmpty());
        assertThat(hand.asking.error.get()).contains("holds no ballots");
        hand.in(temp.resolve("nowhere"));
        at.until(() -> hand.asking.error.get().contains("cannot be read"));
        assertThat(polls.done).isEmpty();
    }

    @Test
    void aTestIsShownFromAFileAndFromPastedTextAndIsGoneWhenThePageIsLeft() throws Exception {
        hand.checkFile(Files.writeString(temp.resolve("test.json"), "{}"));
        at.until(() -> hand.checked.get() != null);
        CheckedTest found = hand.checked.get();
        assertThat(found).isNotNull();
        hand.pasted.set(" {} ");
        hand.checkPasted();
        at.until(() -> hand.checked.get() != null);
        assertThat(hand.pasted.get()).isEmpty();
        hand.close();
        assertThat(hand.checked.get()).isNull();
    }

    @Test
    void whatIsNoTestShowsNothing() throws Exception {
        hand.pasted.set("hello");
        hand.checkPasted();
        at.until(() -> !hand.asking.error.get().isEmpty());
        assertThat(hand.asking.error.get()).contains("no tested ballot");
        assertThat(hand.checked.get()).isNull();
    }
}
