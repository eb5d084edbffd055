// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.store.Limits;
import org.rankfile.store.SearchIndex;
import org.sqlite.SQLiteConnection;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// FTS5 in an SQLite database that lives in memory.
public final class SqliteSearchIndex implements SearchIndex {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private Sql sql;

    private SqliteSearchIndex(Sql sql) {
        this.sql = sql;
    }

    /// An empty index.
    public static SearchIndex empty() {
        try {
            return new SqliteSearchIndex(fresh());
        } catch (SQLException failed) {
            throw new IllegalStateException("SQLite has no FTS5 here", failed);
        }
    }

    private static Sql fresh() throws SQLException {
        Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"));
        sql.once("PRAGMA temp_store = MEMORY");
        sql.once(
                "CREATE TABLE documents (number INTEGER PRIMARY KEY, collection TEXT NOT NULL,"
                        + " id TEXT NOT NULL, UNIQUE (collection, id)) STRICT");
        sql.once(
                "CREATE VIRTUAL TABLE words USING fts5"
                        + " (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')");
        return sql;
    }

    @Override
    public synchronized void put(String collection, String id, String text) {
        try {
            long number = number(collection, id);
            if (number == 0) {
                sql.run("INSERT INTO documents (collection, id) VALUES (?, ?)", collection, id);
                number = number(collection, id);
            } else {
                sql.run("DELETE FROM words WHERE rowid = ?", number);
            }
            sql.run("INSERT INTO words (rowid, text) VALUES (?, ?)", number, text);
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    @Override
    public synchronized void remove(String collection, String id) {
        try {
            long number = number(collection, id);
            sql.run("DELETE FROM words WHERE rowid = ?", number);
            sql.run("DELETE FROM documents WHERE number = ?", number);
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    private long number(String collection, String id) throws SQLException {
        return sql.number(
                "SELECT number FROM documents WHERE collection = ? AND id = ?", collection, id);
    }

    @Override
    public synchronized List<String> search(String collection, String query, int limit) {
        String match = prefixes(query);
        List<String> ids = new ArrayList<>();
        if (match.isEmpty()) {
            return ids;
        }
        try (ResultSet rows =
                sql.rows(
                        "SELECT d.id FROM words w JOIN documents d ON d.number = w.rowid"
                                + " WHERE words MATCH ? AND d.collection = ?"
                                + " ORDER BY w.rank, d.number LIMIT ?",
                        match,
                        collection,
                        Math.clamp(limit, 0, Limits.HITS))) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    /// Each word quoted and starred: nothing that was typed is an operator.
    private static String prefixes(String query) {
        List<String> words =
                WORD.matcher(query.toLowerCase(Locale.ROOT))
                        .results()
                        .limit(Limits.QUERY_WORDS)
                        .map(word -> '"' + word.group() + "\"*")
                        .toList();
        return String.join(" ", words);
    }

    @Override
    public synchronized byte[] snapshot() {
        try {
            return sql.connection().unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    @Override
    public synchronized boolean restore(byte[] snapshot) {
        try {
            Sql restored = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"));
            boolean whole = deserialised(restored, snapshot);
            sql.close();
            sql = whole ? restored : fresh();
            return whole;
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    private static boolean deserialised(Sql target, byte[] snapshot) throws SQLException {
        try {
            target.connection().unwrap(SQLiteConnection.class).deserialize("main", snapshot);
            target.number("SELECT count(*) FROM documents");
            target.run("INSERT INTO words (words) VALUES ('integrity-check')");
            return true;
        } catch (SQLException noSnapshot) {
            target.close();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            sql.close();
        } catch (SQLException failed) {
            throw inMemory(failed);
        }
    }

    private static IllegalStateException inMemory(SQLException failed) {
        return new IllegalStateException("SQLite failed in memory", failed);
    }
}
