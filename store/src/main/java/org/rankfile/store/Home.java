// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.jspecify.annotations.Nullable;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/// The directory of one local on one device: mode 0700, files 0600, one process at a time.
///
/// ```
/// DIR/lock    held while a process has the home open
/// DIR/vault   the sealed root secret          DIR/log   the sealed rows (and SQLite's -wal, -shm)
/// DIR/socket  while a peer runs
/// DIR/secrets what can be destroyed ([Strongbox])
/// ```
public final class Home implements AutoCloseable {
    private static final String VAULT = "vault";
    private static final String VAULT_TEMPORARY = "vault.new";

    private final Path dir;
    private final FileChannel lockFile;
    private final FileLock lock;

    private Home(Path dir, FileChannel lockFile, FileLock lock) {
        this.dir = dir;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Makes a home. The directory must not exist or be empty.
    ///
    /// @throws StoreException HOME_EXISTS, READ_ONLY, DISK_FULL, HOME_IN_USE or IO
    public static Home create(Path dir) throws StoreException {
        try {
            if (Files.isDirectory(dir)) {
                try (Stream<Path> entries = Files.list(dir)) {
                    if (entries.findAny().isPresent()) {
                        throw new StoreException(Reason.HOME_EXISTS, null);
                    }
                }
            } else if (Files.exists(dir)) {
                throw new StoreException(Reason.HOME_EXISTS, null);
            }
            Files.createDirectories(dir);
            DurableFiles.restrict(dir, "rwx------");
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
        return lock(dir);
    }

    /// Opens the home of a directory.
    ///
    /// @throws StoreException NO_HOME, HOME_IN_USE, READ_ONLY or IO
    public static Home open(Path dir) throws StoreException {
        if (!Files.isRegularFile(dir.resolve(VAULT))) {
            throw new StoreException(Reason.NO_HOME, null);
        }
        Home home = lock(dir);
        try {
            DurableFiles.restrict(dir, "rwx------");
            // Left by a crash between writing and renaming: the old vault is the good one.
            Files.deleteIfExists(dir.resolve(VAULT_TEMPORARY));
            return home;
        } catch (IOException failed) {
            home.close();
            throw Failures.of(failed);
        }
    }

    private static Home lock(Path dir) throws StoreException {
        FileChannel channel = null;
        try {
            Path file = dir.resolve("lock");
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DurableFiles.restrict(file, "rw-------");
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Home(dir, channel, lock);
            }
            channel.close();
        } catch (OverlappingFileLockException sameProcess) {
            closeQuietly(channel);
        } catch (IOException failed) {
            closeQuietly(channel);
            throw Failures.of(failed);
        }
        throw new StoreException(Reason.HOME_IN_USE, null);
    }

    /// The directory itself.
    public Path dir() {
        return dir;
    }

    /// Where the log lies.
    public Path log() {
        return dir.resolve("log");
    }

    /// Where the socket of a running peer lies.
    public Path socket() {
        return dir.resolve("socket");
    }

    /// Where the [Strongbox] lies.
    Path secrets() {
        return dir.resolve("secrets");
    }

    /// The vault file; empty where there is none yet.
    ///
    /// @throws StoreException DAMAGED if it is larger than any vault
    public Optional<byte[]> readVault() throws StoreException {
        Path file = dir.resolve(VAULT);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > Limits.VAULT_BYTES) {
                throw new StoreException(Reason.DAMAGED, null);
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Replaces the vault file. It is on the disk when this returns; after a crash at any moment
    /// either the old or the new one is there, whole.
    public void writeVault(byte[] vault) throws StoreException {
        try {
            DurableFiles.replace(dir, VAULT, VAULT_TEMPORARY, vault);
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Makes everything in this home unreadable: overwrites and deletes the vault. Best effort on
    /// disks that keep old blocks.
    public void destroyVault() throws StoreException {
        Path file = dir.resolve(VAULT);
        try {
            if (Files.exists(file)) {
                DurableFiles.zero(file);
                Files.delete(file);
                DurableFiles.forceDirectory(dir);
            }
        } catch (IOException failed) {
            throw Failures.of(failed);
        }
    }

    /// Lets another process open the home.
    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException alreadyClosed) {
            // The lock goes with the process in any case.
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyFailed) {
            // The first failure is the one that is told.
        }
    }
}
