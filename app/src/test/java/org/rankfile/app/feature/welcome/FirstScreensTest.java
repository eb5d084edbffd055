// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;
import org.rankfile.testkit.ManualExecutor;
import org.rankfile.testkit.SeededRandom;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The forms of founding and joining, without a window.
class FirstScreensTest {
    private static final String PHRASE = "seven quiet lamps";

    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor window = new ManualExecutor();
    private final Tasks tasks =
            new Tasks(
                    background,
                    window,
                    bug -> {
                        throw new AssertionError(bug);
                    });
    private final Texts texts = Texts.in(Language.EN);
    private final FakeHomes homes = new FakeHomes();
    private final FoundViewModel found =
            new FoundViewModel(homes, Path.of("home"), tasks, texts, home -> {});

    private void choose(NewPassphrase passphrase) {
        passphrase.typed.set(PHRASE);
        passphrase.again.set(PHRASE);
        passphrase.acknowledged.set(true);
    }

    private void runAll() {
        background.runAll(10);
        window.runAll(10);
    }

    @Test
    void whatIsMissingIsSaidNextToItsFieldAndNothingIsDone() {
        found.passphrase.typed.set("short");
        found.found();
        assertThat(found.localNameError.get()).isEqualTo(texts.of(HomeFault.BAD_NAME));
        assertThat(found.personNameError.get()).isNotEmpty();
        assertThat(found.passphrase.typedError.get()).contains("8 characters");
        assertThat(found.passphrase.againError.get()).isNotEmpty();
        assertThat(found.passphrase.acknowledgedError.get()).isNotEmpty();
        assertThat(background.pending()).isZero();
        found.localName.set("L");
        assertThat(found.localNameError.get()).isEmpty();
    }

    @Test
    void aRefusalOfTheDiskIsSaidAndCanBeTriedAgain() {
        found.localName.set(" Local 12 ");
        found.personName.set("Rosa");
        choose(found.passphrase);
        found.found();
        found.found();
        assertThat(found.busy.get()).isTrue();
        runAll();
        assertThat(homes.asked).containsExactly("create Local 12 Rosa");
        assertThat(found.error.get()).isEqualTo(texts.of(HomeFault.DISK_FULL));
        assertThat(found.busy.get()).isFalse();
        found.found();
        assertThat(found.error.get()).isEmpty();
    }

    private JoinViewModel joining() {
        JoinViewModel join = new JoinViewModel(homes, Path.of("home"), tasks, texts, home -> {});
        SeededRandom random = new SeededRandom(7);
        Invitation invitation =
                new Invitation(
                        PeerId.of(SigningKey.generate(random).verifyKey()),
                        List.of(),
                        Secret.random(Invitation.SECRET_BYTES, random),
                        Instant.parse("2030-01-01T00:00:00Z"));
        join.invitation.set(invitation.text());
        join.personName.set("Ben");
        choose(join.passphrase);
        return join;
    }

    @Test
    void aBrokenInvitationIsSaidNextToItsField() {
        JoinViewModel join = joining();
        join.invitation.set(join.invitation.get().substring(3));
        join.join();
        assertThat(join.invitationError.get()).isEqualTo(texts.of(HomeFault.BAD_INVITATION));
        assertThat(background.pending()).isZero();
    }

    @Test
    void theWordsToReadOutAreShownWhileItWaits() {
        JoinViewModel join = joining();
        join.join();
        background.runAll(10);
        window.runNext();
        assertThat(join.words.get()).containsExactly("lamp", "river", "coat", "nine");
        assertThat(join.busy.get()).isTrue();
        window.runAll(10);
        assertThat(join.busy.get()).isFalse();
        assertThat(join.error.get()).isEqualTo(texts.of(HomeFault.DISK_FULL));
    }

    @Test
    void joiningCanBeCancelled() {
        JoinViewModel join = joining();
        join.join();
        background.runAll(10);
        join.cancel();
        window.runAll(10);
        assertThat(join.busy.get()).isFalse();
        assertThat(join.error.get()).isEmpty();
    }

    @Test
    void anInvitationThatWasUsedIsSaidNextToItsField() {
        homes.fault = HomeFault.INVITATION_USED;
        JoinViewModel join = joining();
        join.join();
        runAll();
        assertThat(join.invitationError.get()).isEqualTo(texts.of(HomeFault.INVITATION_USED));
    }
}
