// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.vault.VaultCost;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.Role;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// Homes on a real disk, with the cheapest vault.
@Timeout(60)
class DiskHomesTest {
    private static final Founding FOUNDING = new Founding("Local 12", "Ana");
    private static final String LOOPBACK = "/ip4/127.0.0.1/tcp/0";

    @TempDir Path temp;
    private final Homes homes = new DiskHomes(Machine.real(), VaultCost.LEAST);

    private static Secret phrase(String text) {
        return Secret.copyOf(text.getBytes(UTF_8));
    }

    private static final String RIGHT = "correct horse";

    private OpenHome create(Path dir) throws HomeRefused {
        return homes.create(dir, phrase(RIGHT), FOUNDING);
    }

    private static void refused(HomeFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HomeRefused.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static void file(OpenHome home, String statement) throws Exception {
        Outcome outcome = home.union().submit(new Command.NewGrievance("", statement, 2026)).get();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @DisplayName("VA-7: the passphrase opens the root, and the root the store")
    void whatWasAcknowledgedIsThereWhenTheHomeIsOpenedAgain() throws Exception {
        Path dir = temp.resolve("home");
        assertThat(homes.isHome(dir)).isFalse();
        try (OpenHome home = create(dir)) {
            file(home, "They cut my hours.");
        }
        assertThat(homes.isHome(dir)).isTrue();
        try (OpenHome home = homes.open(dir, phrase(RIGHT))) {
            assertThat(home.union().snapshot().grievances()).hasSize(1);
            assertThat(home.replica().status().local()).isEqualTo("Local 12");
            assertThat(home.replica().status().addresses()).isEmpty();
        }
    }

    @Test
    void aWrongPassphraseAndADamagedVaultAreTwoDifferentFaults() throws Exception {
        Path dir = temp.resolve("home");
        create(dir).close();
        refused(HomeFault.WRONG_PASSPHRASE, () -> homes.open(dir, phrase("another one")));
        byte[] vault = Files.readAllBytes(dir.resolve("vault"));
        vault[vault.length / 2] ^= 1;
        Files.write(dir.resolve("vault"), vault);
        refused(HomeFault.VAULT_DAMAGED, () -> homes.open(dir, phrase(RIGHT)));
        vault[vault.length / 2] ^= 1;
        Files.write(dir.resolve("vault"), vault);
        homes.open(dir, phrase(RIGHT)).close();
    }

    @Test
    void aHomeIsOpenInOneProcessOnly() throws Exception {
        Path dir = temp.resolve("home");
        try (OpenHome home = create(dir)) {
            refused(HomeFault.HOME_IN_USE, () -> homes.open(home.dir(), phrase(RIGHT)));
            refused(HomeFault.HOME_EXISTS, () -> create(dir));
        }
        homes.open(dir, phrase(RIGHT)).close();
        refused(HomeFault.NO_HOME, () -> homes.open(temp.resolve("none"), phrase(RIGHT)));
    }

    @Test
    void aRefusedFoundingLeavesNothing() throws Exception {
        Path dir = temp.resolve("home");
        refused(HomeFault.SHORT_PASSPHRASE, () -> homes.create(dir, phrase("ñandúes"), FOUNDING));
        assertThat(dir).doesNotExist();
        Files.createDirectory(dir);
        Files.writeString(dir.resolve("mine.txt"), "mine");
        refused(HomeFault.HOME_EXISTS, () -> create(dir));
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).extracting(Path::getFileName).hasToString("[mine.txt]");
        }
    }

    @Test
    void aStewardJoinsAndFindsTheInviterAgain() throws Exception {
        Path second = temp.resolve("second");
        String invitation;
        try (OpenHome ana = create(temp.resolve("first"))) {
            file(ana, "They cut my hours.");
            ana.network().connect(List.of(LOOPBACK), List.of());
            Invitation made =
                    ana.replica()
                            .onEngine(() ->
                                    ana.replica().invite(Role.STEWARD, Duration.ofHours(1), true))
                            .get();
            invitation = made.text();
            Homes.Joining joining = new Homes.Joining(invitation, "Ben");
            try (OpenHome ben = homes.join(second, phrase("battery staple"), joining, _ -> {})) {
                assertThat(ben.union().inCommittee()).isTrue();
            }
            refused(
                    HomeFault.INVITATION_USED,
                    () -> homes.join(temp.resolve("third"), phrase(RIGHT), joining, _ -> {}));
        }
        try (OpenHome ben = homes.open(second, phrase("battery staple"))) {
            assertThat(ben.union().readers()).hasSize(2);
        }
        refused(
                HomeFault.BAD_INVITATION,
                () ->
                        homes.join(
                                temp.resolve("fourth"),
                                phrase(RIGHT),
                                new Homes.Joining(invitation.replace('a', 'b'), "Ben"),
                                _ -> {}));
        assertThat(temp.resolve("fourth")).doesNotExist();
    }

    @Test
    void aRoundOfDiallingThatIsDueAfterClosingDoesNothing() throws Exception {
        BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
        Machine real = Machine.real();
        Machine machine =
                new Machine(
                        real.random(),
                        real.time(),
                        real.zone(),
                        real.usualHome(),
                        (delay, task) -> due.add(task));
        Homes paced = new DiskHomes(machine, VaultCost.LEAST);
        Runnable next;
        try (OpenHome home = paced.create(temp.resolve("home"), phrase(RIGHT), FOUNDING)) {
            home.network().connect(List.of(), List.of());
            next = due.take();
        }
        assertThatCode(next::run).doesNotThrowAnyException();
        assertThat(due).isEmpty();
    }
}
