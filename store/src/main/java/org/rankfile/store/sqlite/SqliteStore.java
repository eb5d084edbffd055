// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Secret;
import org.rankfile.store.ReadWork;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.StoreProblem;
import org.rankfile.store.WriteWork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/// A store in an SQLite file: write-ahead log, `synchronous=FULL`, temporary tables in memory.
///
/// One connection, guarded by `lock`: every method takes it for as long as it uses `sql`. It is
/// reentrant only so that a bug (a transaction inside a transaction) is told and does not hang.
public final class SqliteStore implements Store {
    private static final int FILE_ID_BYTES = 16;
    private static final byte[] CHECK = Transaction.utf8("rankfile store 1");
    private static final char KEY_CHECK = 'k';

    private final ReentrantLock lock = new ReentrantLock();
    private final Sql sql;
    private final Seal seal;
    private boolean closed;

    private SqliteStore(Sql sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /// See [org.rankfile.store.Stores#create].
    public static Store create(Path file, Secret key, RandomGenerator random)
            throws StoreException {
        try {
            makeEmpty(file);
        } catch (java.nio.file.FileAlreadyExistsException exists) {
            throw new StoreException(Reason.HOME_EXISTS, exists);
        } catch (java.nio.file.AccessDeniedException denied) {
            throw new StoreException(Reason.READ_ONLY, denied);
        } catch (IOException failed) {
            throw new StoreException(Reason.IO, failed);
        }
        byte[] fileId = new byte[FILE_ID_BYTES];
        random.nextBytes(fileId);
        try {
            Sql sql = connect(file);
            Migrations.run(sql);
            Seal seal = new Seal(checked(key), fileId, random);
            sql.run("INSERT INTO facts (name, value) VALUES ('id', ?)", (Object) fileId);
            sql.run(
                    "INSERT INTO facts (name, value) VALUES ('check', ?)",
                    (Object) seal.seal(KEY_CHECK, new byte[0], CHECK));
            return new SqliteStore(sql, seal);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    /// See [org.rankfile.store.Stores#open].
    public static Store open(Path file, Secret key, RandomGenerator random) throws StoreException {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(Reason.NO_HOME, null);
        }
        try {
            Sql sql = connect(file);
            try {
                Migrations.run(sql);
                Optional<byte[]> id = sql.blob("SELECT value FROM facts WHERE name = 'id'");
                Optional<byte[]> check = sql.blob("SELECT value FROM facts WHERE name = 'check'");
                if (id.isEmpty() || check.isEmpty() || id.get().length != FILE_ID_BYTES) {
                    throw new StoreException(Reason.DAMAGED, null);
                }
                Seal seal = new Seal(checked(key), id.get(), random);
                if (seal.open(KEY_CHECK, new byte[0], check.get()).isEmpty()) {
                    throw new StoreException(Reason.WRONG_KEY, null);
                }
                return new SqliteStore(sql, seal);
            } catch (SQLException | StoreException failed) {
                sql.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    private static Secret checked(Secret key) {
        if (key.length() != Aead.KEY_BYTES) {
            throw new IllegalArgumentException("a store's key has 32 bytes");
        }
        return key;
    }

    private static void makeEmpty(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix")) {
            // Before SQLite opens it: the -wal and -shm files get the same permissions.
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static Sql connect(Path file) throws SQLException {
        Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        try {
            sql.once("PRAGMA journal_mode = WAL");
            sql.once("PRAGMA synchronous = FULL");
            sql.once("PRAGMA temp_store = MEMORY");
            sql.once("PRAGMA foreign_keys = ON");
            sql.once("PRAGMA secure_delete = ON");
            sql.once("PRAGMA cell_size_check = ON");
            sql.once("PRAGMA trusted_schema = OFF");
            return sql;
        } catch (SQLException failed) {
            sql.close();
            throw failed;
        }
    }

    @Override
    public <T> T read(ReadWork<T> work) throws StoreException {
        return inTransaction("BEGIN", work::with);
    }

    @Override
    public <T> T write(WriteWork<T> work) throws StoreException {
        return inTransaction("BEGIN IMMEDIATE", work);
    }

    private <T> T inTransaction(String begin, WriteWork<T> work) throws StoreException {
        enter();
        Transaction transaction = new Transaction(sql, seal);
        boolean done = false;
        try {
            sql.run(begin);
            T result = work.with(transaction);
            sql.run("COMMIT");
            done = true;
            return result;
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        } finally {
            transaction.end();
            if (!done) {
                rollBack();
            }
            lock.unlock();
        }
    }

    private void rollBack() {
        try {
            sql.run("ROLLBACK");
        } catch (SQLException noTransaction) {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    @Override
    public List<StoreProblem> check() throws StoreException {
        enter();
        try {
            return Check.run(sql, seal);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void saveSnapshot(String name, long pos, byte[] state) throws StoreException {
        enter();
        try {
            Snapshots.save(sql, seal, name, new Snapshot(pos, state));
        } catch (SQLException failed) {
            rollBack();
            throw SqlFailures.of(failed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Snapshot> loadSnapshot(String name) throws StoreException {
        enter();
        try {
            return Snapshots.load(sql, seal, name);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        } finally {
            lock.unlock();
        }
    }

    /// Lets a test make the disk look full after so many pages.
    void allowPages(int pages) throws StoreException {
        enter();
        try {
            sql.number("PRAGMA max_page_count = " + pages);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        } finally {
            lock.unlock();
        }
    }

    private void enter() {
        lock.lock();
        if (closed || lock.getHoldCount() > 1) {
            lock.unlock();
            throw new IllegalStateException(closed ? "closed" : "a transaction in a transaction");
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                seal.close();
                sql.close();
            }
        } catch (SQLException alreadyCommitted) {
            // Every acknowledged write is on the disk; there is nothing left to lose.
        } finally {
            lock.unlock();
        }
    }
}
