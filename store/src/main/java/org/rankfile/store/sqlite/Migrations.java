// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// Brings a file's format up to date: numbered scripts, each in a transaction of its own, the
/// number kept in `user_version` (ST-5).
final class Migrations {
    private static final List<String> SCRIPTS = List.of("V1__sealed_rows.sql");

    private Migrations() {}

    static void run(Sql sql) throws SQLException, StoreException {
        long version = sql.number("PRAGMA user_version");
        if (version > SCRIPTS.size()) {
            throw new StoreException(Reason.TOO_NEW, null);
        }
        for (int next = (int) version; next < SCRIPTS.size(); next++) {
            sql.once("BEGIN IMMEDIATE");
            for (String statement : statements(SCRIPTS.get(next))) {
                sql.once(statement);
            }
            sql.once("PRAGMA user_version = " + (next + 1));
            sql.once("COMMIT");
        }
    }

    private static List<String> statements(String script) {
        try (InputStream stream = Migrations.class.getResourceAsStream(script)) {
            if (stream == null) {
                throw new IllegalStateException("a migration is not in the jar");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split(";\\s*\\n", 0)).stream()
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
