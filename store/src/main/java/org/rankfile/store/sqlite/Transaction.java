// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.jspecify.annotations.Nullable;
import org.rankfile.store.Limits;
import org.rankfile.store.RecordVisitor;
import org.rankfile.store.RowVisitor;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.WriteTxn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// One transaction. Usable only while it runs.
final class Transaction implements WriteTxn {
    static final char HEAD = 'h';
    static final char BODY = 'b';
    static final char RECORD = 'r';

    private final Sql sql;
    private final Seal seal;
    private boolean ended;

    Transaction(Sql sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    void end() {
        ended = true;
    }

    @Override
    public void scan(long afterPos, RowVisitor visitor) throws StoreException {
        check();
        try (ResultSet rows =
                sql.rows("SELECT pos, sealed FROM heads WHERE pos > ? ORDER BY pos", afterPos)) {
            while (rows.next()) {
                long pos = rows.getLong(1);
                visitor.row(pos, opened(HEAD, Seal.place(pos), Sql.cell(rows, 2)));
            }
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public Optional<byte[]> head(long pos) throws StoreException {
        return cell("SELECT sealed FROM heads WHERE pos = ?", HEAD, pos);
    }

    @Override
    public Optional<byte[]> body(long pos) throws StoreException {
        return cell("SELECT sealed FROM bodies WHERE pos = ?", BODY, pos);
    }

    private Optional<byte[]> cell(String query, char kind, long pos) throws StoreException {
        check();
        try {
            Optional<byte[]> cell = sql.blob(query, pos);
            return cell.isEmpty() ? cell : Optional.of(opened(kind, Seal.place(pos), cell.get()));
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public Optional<byte[]> get(String table, byte[] key) throws StoreException {
        check();
        byte[] address = seal.address(table, key);
        try {
            Optional<byte[]> cell =
                    sql.blob("SELECT sealed FROM records WHERE address = ?", (Object) address);
            return cell.isEmpty()
                    ? cell
                    : Optional.of(Entry.parse(opened(RECORD, address, cell.get())).value());
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public void each(String table, RecordVisitor visitor) throws StoreException {
        check();
        byte[] from = seal.tableAddress(table);
        byte[] to = Arrays.copyOf(from, Long.BYTES + 25);
        Arrays.fill(to, Long.BYTES, to.length, (byte) 0xff);
        try (ResultSet rows =
                sql.rows(
                        "SELECT address, sealed FROM records WHERE address BETWEEN ? AND ?",
                        from,
                        to)) {
            while (rows.next()) {
                Entry entry = Entry.parse(opened(RECORD, Sql.cell(rows, 1), Sql.cell(rows, 2)));
                visitor.record(entry.key(), entry.value());
            }
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public long append(byte[] head, byte @Nullable [] body) throws StoreException {
        check();
        bound(head.length, Limits.ROW_BYTES);
        bound(body == null ? 0 : body.length, Limits.ROW_BYTES);
        try {
            // The position is part of what is sealed, so it must be known before.
            long pos = 1 + sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'heads'");
            byte[] place = Seal.place(pos);
            sql.run(
                    "INSERT INTO heads (pos, sealed) VALUES (?, ?)",
                    pos,
                    seal.seal(HEAD, place, head));
            if (body != null) {
                sql.run(
                        "INSERT INTO bodies (pos, sealed) VALUES (?, ?)",
                        pos,
                        seal.seal(BODY, place, body));
            }
            return pos;
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public void eraseBody(long pos) throws StoreException {
        check();
        try {
            sql.run("DELETE FROM bodies WHERE pos = ?", pos);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public void put(String table, byte[] key, byte[] value) throws StoreException {
        check();
        bound(value.length, Limits.RECORD_BYTES);
        byte[] address = seal.address(table, key);
        byte[] cell = seal.seal(RECORD, address, new Entry(key, value).bytes());
        try {
            sql.run("REPLACE INTO records (address, sealed) VALUES (?, ?)", address, cell);
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    @Override
    public void delete(String table, byte[] key) throws StoreException {
        check();
        try {
            sql.run("DELETE FROM records WHERE address = ?", (Object) seal.address(table, key));
        } catch (SQLException failed) {
            throw SqlFailures.of(failed);
        }
    }

    private byte[] opened(char kind, byte[] place, byte[] cell) throws StoreException {
        return seal.open(kind, place, cell)
                .orElseThrow(() -> new StoreException(Reason.DAMAGED, null));
    }

    private void check() {
        if (ended) {
            throw new IllegalStateException("this transaction has ended");
        }
    }

    private static void bound(int length, int limit) {
        if (length > limit) {
            throw new IllegalArgumentException("more than " + limit + " bytes");
        }
    }

    /// What a record holds: its own key beside the value, so that a table can be listed.
    private record Entry(byte[] key, byte[] value) {
        byte[] bytes() {
            bound(key.length, Limits.KEY_BYTES);
            return ByteBuffer.allocate(Short.BYTES + key.length + value.length)
                    .putShort((short) key.length)
                    .put(key)
                    .put(value)
                    .array();
        }

        static Entry parse(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            byte[] key = new byte[buffer.getShort()];
            buffer.get(key);
            byte[] value = new byte[buffer.remaining()];
            buffer.get(value);
            return new Entry(key, value);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
