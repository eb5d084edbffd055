// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.Stores;
import org.rankfile.testkit.SeededRandom;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class StoredProofsTest {
    @TempDir private Path folder;
    private final SeededRandom random = new SeededRandom(9);
    private final Secret key = Secret.random(32, random);

    private Store create(String name, Secret with) throws StoreException {
        return Stores.create(folder.resolve(name), with, random);
    }

    private Store open(String name) throws StoreException {
        return Stores.open(folder.resolve(name), key, random);
    }

    private List<Hash> ids(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Hash.of(random.bytes(Hash.BYTES))).toList();
    }

    @Test
    @DisplayName("HOLD-15: what was proved is known by election and envelope after a restart")
    void isThereAfterARestart() throws Exception {
        List<Hash> some = ids(2_500);
        List<Hash> others = ids(1);
        try (Store store = create("log", key)) {
            new StoredProofs(store).add("one", some);
            new StoredProofs(store).add("other", others);
        }
        try (Store store = open("log")) {
            assertThat(new StoredProofs(store).all().get("one")).containsAll(some).hasSize(2_500);
            assertThat(new StoredProofs(store).all().get("other")).isEqualTo(Set.copyOf(others));
        }
    }

    @Test
    @DisplayName("HOLD-15: an election is forgotten with all of its rows, and no other")
    void isForgotten() throws Exception {
        try (Store store = create("log", key)) {
            StoredProofs proofs = new StoredProofs(store);
            proofs.add("one", ids(2_500));
            proofs.add("other", ids(1));
            proofs.forget("one");
            assertThat(proofs.all()).containsOnlyKeys("other");
        }
    }

    @Test
    @DisplayName("HOLD-15: rows that this home's key did not seal make nothing known")
    void foreignRowsAreNotBelieved() throws Exception {
        try (Store store = create("log", key)) {
            new StoredProofs(store).add("one", ids(3));
        }
        try (Store store = create("foreign", Secret.random(32, random))) {
            new StoredProofs(store).add("one", ids(3));
        }
        meddle(
                "ATTACH DATABASE '" + folder.resolve("foreign") + "' AS foreign_",
                "INSERT INTO records SELECT address, sealed FROM foreign_.records");
        try (Store store = open("log")) {
            assertThat(new StoredProofs(store).all().get("one")).hasSize(3);
        }
        meddle(
                "ATTACH DATABASE '" + folder.resolve("foreign") + "' AS foreign_",
                "UPDATE records SET sealed = (SELECT sealed FROM foreign_.records)");
        try (Store store = open("log")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new StoredProofs(store).all());
        }
    }

    @Test
    @DisplayName("HOLD-15: a row put in another's place makes nothing known")
    void movedRowsAreNotBelieved() throws Exception {
        try (Store store = create("log", key)) {
            new StoredProofs(store).add("one", ids(3));
            new StoredProofs(store).add("other", ids(3));
        }
        meddle("UPDATE records SET sealed = (SELECT sealed FROM records LIMIT 1)");
        try (Store store = open("log")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new StoredProofs(store).all());
        }
    }

    private void meddle(String... statements) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log"));
                Statement statement = file.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
