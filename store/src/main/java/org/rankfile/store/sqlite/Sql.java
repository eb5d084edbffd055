// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A connection that prepares each statement once. Confined to whoever holds the store's lock.
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /// Runs a statement that gives nothing back; returns how many rows it changed.
    int run(String sql, @Nullable Object... values) throws SQLException {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException failed) {
            // The driver does not run a statement again that has failed once.
            forget(sql);
            throw failed;
        }
    }

    private void forget(String sql) throws SQLException {
        PreparedStatement statement = prepared.remove(sql);
        if (statement != null) {
            statement.close();
        }
    }

    /// The one blob that a query gives; empty where it gives no row.
    Optional<byte[]> blob(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(cell(rows, 1)) : Optional.empty();
        }
    }

    /// A blob of the current row; no bytes where a damaged file has none, which no seal opens.
    static byte[] cell(ResultSet rows, int column) throws SQLException {
        byte[] cell = rows.getBytes(column);
        return cell == null ? new byte[0] : cell;
    }

    /// The one number that a query gives; 0 where it gives no row.
    long number(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    ResultSet rows(String sql, @Nullable Object... values) throws SQLException {
        return bind(sql, values).executeQuery();
    }

    /// Runs a statement that is never run again, or many of them.
    void once(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
