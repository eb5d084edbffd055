// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;
import org.rankfile.store.ReadTxn;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// ST-2, ST-3, ST-4, ST-5.
class SqliteStoreTest extends StoreFixture {
    @Test
    void keepsRowsInOrderWithTheirBodies() throws StoreException {
        long first = store.write(txn -> txn.append(bytes("a"), bytes("A")));
        long second = store.write(txn -> txn.append(bytes("b"), null));
        reopen();

        assertThat(second).isGreaterThan(first);
        assertThat(rows()).containsExactly(first + " a", second + " b");
        assertThat(body(first)).contains("A");
        assertThat(body(second)).isEmpty();
        assertThat(head(99)).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatThrows() throws StoreException {
        assertThatThrownBy(() ->
                        store.write(txn -> {
                            txn.append(bytes("lost"), null);
                            txn.put("t", bytes("k"), bytes("v"));
                            throw new IllegalArgumentException("on purpose");
                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rows()).isEmpty();
        assertThat(record("t", "k")).isEmpty();
        assertThat(append("kept")).isEqualTo(1);
    }

    @Test
    void erasesABodyAndKeepsItsHead() throws StoreException {
        long pos = store.write(txn -> txn.append(bytes("head"), bytes("body")));
        store.write(txn -> {
            txn.eraseBody(pos);
            return pos;
        });
        assertThat(body(pos)).isEmpty();
        assertThat(rows()).containsExactly(pos + " head");
    }

    @Test
    void keepsRecordsByTableAndKey() throws StoreException {
        store.write(txn -> {
            txn.put("fruit", bytes("a"), bytes("apple"));
            txn.put("fruit", bytes("b"), bytes("banana"));
            txn.put("fruit", bytes("a"), bytes("apricot"));
            txn.put("metal", bytes("a"), bytes("argon"));
            txn.delete("fruit", bytes("b"));
            txn.delete("fruit", bytes("z"));
            return txn;
        });
        reopen();
        Map<String, String> fruit = new HashMap<>();
        store.read(txn -> {
            txn.each("fruit", (k, v) -> fruit.put(text(k), text(v)));
            return fruit;
        });
        assertThat(fruit).containsExactly(Map.entry("a", "apricot"));
        assertThat(record("metal", "a")).contains("argon");
    }

    @Test
    void tellsAWrongKeyFromADamagedFile() throws IOException {
        store.close();
        refused(Reason.WRONG_KEY, () -> SqliteStore.open(file, Secret.random(32, random), random));
        Files.write(file, new byte[8192]);
        Files.deleteIfExists(file.resolveSibling("log-wal"));
        refused(Reason.DAMAGED, () -> SqliteStore.open(file, key, random));
    }

    @Test
    void refusesAFileOfALaterVersion() throws StoreException, java.sql.SQLException {
        store.close();
        try (var later = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = later.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        refused(Reason.TOO_NEW, () -> SqliteStore.open(file, key, random));
    }

    @Test
    void keepsEveryCommittedRowWhenTheProcessDiesAtAnyMoment() throws StoreException, IOException {
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "row" + i;
            long pos = store.write(txn -> txn.append(bytes(name), bytes("body")));
            committed.add(pos + " " + name);
            var copy = folder.resolve("copy" + i);
            for (String part : List.of("", "-wal")) {
                var from = folder.resolve("log" + part);
                if (Files.exists(from)) {
                    var to = folder.resolve("copy" + i + part);
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (Store survivor = SqliteStore.open(copy, key, random)) {
                List<String> found = new ArrayList<>();
                survivor.read(txn -> {
                    txn.scan(0, (p, head) -> found.add(p + " " + text(head)));
                    return found;
                });
                assertThat(found).isEqualTo(committed);
            }
        }
    }

    @Test
    void keepsNothingOfATransactionThatFillsTheDisk() throws StoreException {
        store.write(txn -> txn.append(bytes("kept"), null));
        ((SqliteStore) store).allowPages(40);
        refused(
                Reason.DISK_FULL,
                () ->
                        store.write(txn -> {
                            for (int i = 0; i < 1000; i++) {
                                txn.append(random.bytes(4000), null);
                            }
                            return txn;
                        }));
        assertThat(rows()).containsExactly("1 kept");
        ((SqliteStore) store).allowPages(100_000);
        assertThat(append("again")).isEqualTo(2);
    }

    @Test
    void hasNothingReadableInItsFiles() throws StoreException, IOException {
        store.write(txn -> {
            txn.append(bytes("Rosa Quintanilla"), bytes("the foreman said"));
            txn.put("workers", bytes("key-of-rosa"), bytes("secret value"));
            return txn;
        });
        store.saveSnapshot("projection", 1, bytes("Rosa Quintanilla again"));
        for (String part : List.of("log", "log-wal")) {
            String raw =
                    new String(
                            Files.readAllBytes(folder.resolve(part)),
                            java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(raw)
                    .doesNotContain("Rosa", "foreman", "workers", "key-of", "secret", "projection");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(part))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTransactionIsOfNoUseAfterItsEnd() throws StoreException {
        ReadTxn escaped = store.read(txn -> txn);
        assertThatIllegalStateException().isThrownBy(() -> escaped.head(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(txn -> store.read(inner -> 1)));
        store.close();
        assertThatIllegalStateException().isThrownBy(() -> store.read(txn -> 1));
    }

    private long append(String head) throws StoreException {
        return store.write(txn -> txn.append(bytes(head), null));
    }
}
