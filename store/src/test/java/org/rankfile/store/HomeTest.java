// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// ST-1: the home directory.
class HomeTest {
    @TempDir Path folder;

    @Test
    void isForItsOwnerOnly() throws StoreException, IOException {
        Path dir = folder.resolve("home");
        try (Home home = Home.create(dir)) {
            home.writeVault(new byte[] {1});
            assertThat(mode(dir)).isEqualTo("rwx------");
            assertThat(mode(dir.resolve("vault"))).isEqualTo("rw-------");
            assertThat(mode(dir.resolve("lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void isHeldByOneProcessAtATime() throws StoreException {
        Path dir = folder.resolve("home");
        try (Home home = Home.create(dir)) {
            home.writeVault(new byte[] {1});
            refused(Reason.HOME_IN_USE, () -> Home.open(dir));
        }
        Home.open(dir).close();
    }

    @Test
    void isNotMadeWhereSomethingIs() throws IOException {
        Files.write(folder.resolve("thesis"), new byte[1]);
        refused(Reason.HOME_EXISTS, () -> Home.create(folder));
        refused(Reason.HOME_EXISTS, () -> Home.create(folder.resolve("thesis")));
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    @Test
    void isNotOpenedWhereThereIsNone() {
        refused(Reason.NO_HOME, () -> Home.open(folder));
        refused(Reason.NO_HOME, () -> Home.open(folder.resolve("nowhere")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheOldVaultWhenWritingTheNewOneWasCutShort() throws StoreException, IOException {
        Path dir = folder.resolve("home");
        try (Home home = Home.create(dir)) {
            home.writeVault(new byte[] {1, 2, 3});
        }
        Files.write(dir.resolve("vault.new"), new byte[] {9});

        try (Home home = Home.open(dir)) {
            assertThat(home.readVault().orElseThrow()).containsExactly(1, 2, 3);
            assertThat(dir.resolve("vault.new")).doesNotExist();
        }
    }

    @Test
    void hasNoVaultOnceItIsDestroyed() throws StoreException {
        Path dir = folder.resolve("home");
        try (Home home = Home.create(dir)) {
            home.writeVault(new byte[] {1});
            home.destroyVault();
            assertThat(home.readVault()).isEmpty();
        }
        refused(Reason.NO_HOME, () -> Home.open(dir));
    }

    @Test
    void refusesAVaultLargerThanAnyVault() throws StoreException, IOException {
        Path dir = folder.resolve("home");
        try (Home home = Home.create(dir)) {
            Files.write(dir.resolve("vault"), new byte[Limits.VAULT_BYTES + 1]);
            refused(Reason.DAMAGED, home::readVault);
        }
    }

    @Test
    void saysWhenTheDirectoryCannotBeWritten() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        refused(Reason.READ_ONLY, () -> Home.create(locked.resolve("home")));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
