// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.crypto.Secret;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.testkit.SeededRandom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store in a temporary directory.
abstract class StoreFixture {
    @TempDir Path folder;
    final SeededRandom random = new SeededRandom(5);
    final Secret key = Secret.random(32, random);
    Path file = Path.of("");
    Store store = null_();

    @BeforeEach
    void create() throws StoreException {
        file = folder.resolve("log");
        store = SqliteStore.create(file, key, random);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() throws StoreException {
        store.close();
        store = SqliteStore.open(file, key, random);
    }

    List<String> rows() throws StoreException {
        List<String> rows = new ArrayList<>();
        store.read(txn -> {
            txn.scan(0, (pos, head) -> rows.add(pos + " " + text(head)));
            return rows;
        });
        return rows;
    }

    Optional<String> body(long pos) throws StoreException {
        Optional<byte[]> body = store.read(txn -> txn.body(pos));
        return body.map(StoreFixture::text);
    }

    Optional<String> head(long pos) throws StoreException {
        Optional<byte[]> head = store.read(txn -> txn.head(pos));
        return head.map(StoreFixture::text);
    }

    Optional<String> record(String table, String key) throws StoreException {
        Optional<byte[]> value = store.read(txn -> txn.get(table, bytes(key)));
        return value.map(StoreFixture::text);
    }

    static byte[] bytes(String text) {
        return Transaction.utf8(text);
    }

    static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    static void refused(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @SuppressWarnings("NullAway") // set before each test
    private static Store null_() {
        return null;
    }
}
