// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.store.Limits;
import org.rankfile.store.StoreProblem;
import org.rankfile.store.StoreProblem.Kind;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads and opens everything in a file.
final class Check {
    private final Sql sql;
    private final Seal seal;
    private final List<StoreProblem> problems = new ArrayList<>();

    private Check(Sql sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    static List<StoreProblem> run(Sql sql, Seal seal) throws SQLException {
        Check check = new Check(sql, seal);
        check.file();
        check.rows("heads", Kind.HEAD, Transaction.HEAD);
        check.rows("bodies", Kind.BODY, Transaction.BODY);
        check.records();
        return List.copyOf(check.problems);
    }

    private void file() throws SQLException {
        try (ResultSet rows = sql.rows("PRAGMA integrity_check(1)")) {
            if (!rows.next() || !"ok".equals(rows.getString(1))) {
                add(Kind.FILE, 0);
            }
        }
    }

    private void rows(String table, Kind kind, char cell) throws SQLException {
        try (ResultSet rows = sql.rows("SELECT pos, sealed FROM " + table + " ORDER BY pos")) {
            while (rows.next() && problems.size() < Limits.PROBLEMS) {
                long pos = rows.getLong(1);
                if (seal.open(cell, Seal.place(pos), Sql.cell(rows, 2)).isEmpty()) {
                    add(kind, pos);
                }
            }
        }
    }

    private void records() throws SQLException {
        try (ResultSet rows = sql.rows("SELECT address, sealed FROM records")) {
            while (rows.next() && problems.size() < Limits.PROBLEMS) {
                byte[] address = Sql.cell(rows, 1);
                if (seal.open(Transaction.RECORD, address, Sql.cell(rows, 2)).isEmpty()) {
                    add(Kind.RECORD, 0);
                }
            }
        }
    }

    private void add(Kind kind, long pos) {
        problems.add(new StoreProblem(kind, pos));
    }
}
