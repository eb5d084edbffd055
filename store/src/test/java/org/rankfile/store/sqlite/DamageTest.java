// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreProblem;
import org.rankfile.store.StoreProblem.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// ST-2, ST-6: what somebody, or a failing disk, changed in the file.
class DamageTest extends StoreFixture {
    @Test
    void aRowMovedToAnotherPlaceDoesNotOpen() throws StoreException, SQLException {
        store.write(txn -> txn.append(bytes("one"), bytes("ONE")));
        store.write(txn -> txn.append(bytes("two"), bytes("TWO")));
        meddle("UPDATE heads SET sealed = (SELECT sealed FROM heads WHERE pos = 1) WHERE pos = 2");
        meddle("UPDATE bodies SET sealed = (SELECT sealed FROM heads WHERE pos = 1) WHERE pos = 1");

        assertThat(store.check())
                .containsExactly(new StoreProblem(Kind.HEAD, 2), new StoreProblem(Kind.BODY, 1));
        refused(StoreException.Reason.DAMAGED, () -> rows());
        refused(StoreException.Reason.DAMAGED, () -> store.read(txn -> txn.body(1)));
    }

    @Test
    void aRecordPutUnderAnotherKeyDoesNotOpen() throws StoreException, SQLException {
        store.write(txn -> {
            txn.put("t", bytes("a"), bytes("A"));
            return txn;
        });
        meddle("UPDATE records SET address = x'00'");

        assertThat(store.check()).containsExactly(new StoreProblem(Kind.RECORD, 0));
        assertThat(record("t", "a")).isEmpty();
    }

    @Test
    void aSnapshotOfAnyLengthComesBack() throws StoreException {
        for (int length : new int[] {0, 1, 1 << 20, (1 << 20) + 1, 3_000_000}) {
            byte[] state = random.bytes(length);
            store.saveSnapshot("s", length, state);
            Store.Snapshot loaded = store.loadSnapshot("s").orElseThrow();
            assertThat(loaded.pos()).isEqualTo(length);
            assertThat(loaded.state()).isEqualTo(state);
        }
        assertThat(store.loadSnapshot("other")).isEmpty();
    }

    @Test
    void aDamagedOrShortenedSnapshotIsNone() throws StoreException, SQLException {
        store.saveSnapshot("s", 1, random.bytes(2_500_000));
        meddle("DELETE FROM snapshots WHERE chunk = 3");
        assertThat(store.loadSnapshot("s")).isEmpty();
        store.saveSnapshot("s", 1, random.bytes(2_500_000));
        meddle("UPDATE snapshots SET sealed = zeroblob(100) WHERE chunk = 1");
        assertThat(store.loadSnapshot("s")).isEmpty();
    }

    /// Whatever byte of the file changes: each row is right, or the store says that it is not.
    @Test
    void aChangedByteGivesNeverAWrongValue() throws StoreException, IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "row" + i;
            long pos = store.write(txn -> txn.append(bytes(name), random.bytes(300)));
            written.add(pos + " " + name);
        }
        store.close();
        byte[] whole = Files.readAllBytes(file);
        int refusedCount = 0;
        for (int i = 0; i < 150; i++) {
            byte[] changed = whole.clone();
            if (i % 5 == 0) {
                changed = Arrays.copyOf(whole, random.nextInt(whole.length));
            } else {
                changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path damaged = folder.resolve("damaged" + i);
            Files.write(damaged, changed);
            Optional<List<String>> found = readAll(damaged);
            if (found.isPresent() && !written.equals(found.get())) {
                assertThat(found.get()).as("case " + i).isSubsetOf(written);
            }
            refusedCount += found.isEmpty() ? 1 : 0;
        }
        assertThat(refusedCount).isGreaterThan(30);
    }

    private Optional<List<String>> readAll(Path damaged) {
        try (Store copy = SqliteStore.open(damaged, key, random)) {
            List<String> rows = new ArrayList<>();
            copy.read(txn -> {
                txn.scan(0, (pos, head) -> rows.add(pos + " " + text(head)));
                return rows;
            });
            boolean complete = copy.check().isEmpty();
            return complete ? Optional.of(rows) : Optional.empty();
        } catch (StoreException told) {
            return Optional.empty();
        }
    }

    private void meddle(String statementText) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(statementText);
        }
    }
}
