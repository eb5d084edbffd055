// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.store.Limits;
import org.rankfile.store.Store.Snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// Snapshots: sealed in pieces, each bound to its name and number; the first holds the position and
/// the whole length, so that a cut one is told (ST-6).
final class Snapshots {
    private static final char SNAPSHOT = 's';

    private Snapshots() {}

    static void save(Sql sql, Seal seal, String name, Snapshot snapshot) throws SQLException {
        byte[] state = snapshot.state();
        if (state.length > Limits.SNAPSHOT_BYTES) {
            throw new IllegalArgumentException("a snapshot holds 1 GiB");
        }
        byte[] address = seal.address("snapshot", Transaction.utf8(name));
        byte[] first =
                ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(snapshot.pos())
                        .putLong(state.length)
                        .array();
        sql.run("BEGIN IMMEDIATE");
        sql.run("DELETE FROM snapshots WHERE address = ?", (Object) address);
        put(sql, seal, address, 0, first);
        long chunk = 1;
        for (int from = 0; from < state.length; from += Limits.CHUNK_BYTES, chunk++) {
            int to = Math.min(state.length, from + Limits.CHUNK_BYTES);
            put(sql, seal, address, chunk, Arrays.copyOfRange(state, from, to));
        }
        sql.run("COMMIT");
    }

    static Optional<Snapshot> load(Sql sql, Seal seal, String name) throws SQLException {
        byte[] address = seal.address("snapshot", Transaction.utf8(name));
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        long pos = 0;
        long length = -1;
        long expected = 0;
        try (ResultSet rows =
                sql.rows(
                        "SELECT chunk, sealed FROM snapshots WHERE address = ? ORDER BY chunk",
                        (Object) address)) {
            for (; rows.next(); expected++) {
                long chunk = rows.getLong(1);
                Optional<byte[]> piece =
                        seal.open(SNAPSHOT, place(address, chunk), Sql.cell(rows, 2));
                if (chunk != expected || piece.isEmpty()) {
                    return Optional.empty();
                }
                if (chunk == 0) {
                    ByteBuffer first = ByteBuffer.wrap(piece.get());
                    pos = first.getLong();
                    length = first.getLong();
                } else {
                    state.writeBytes(piece.get());
                }
            }
        }
        return length == state.size()
                ? Optional.of(new Snapshot(pos, state.toByteArray()))
                : Optional.empty();
    }

    private static void put(Sql sql, Seal seal, byte[] address, long chunk, byte[] plain)
            throws SQLException {
        sql.run(
                "INSERT INTO snapshots (address, chunk, sealed) VALUES (?, ?, ?)",
                address,
                chunk,
                seal.seal(SNAPSHOT, place(address, chunk), plain));
    }

    private static byte[] place(byte[] address, long chunk) {
        return ByteBuffer.allocate(address.length + Long.BYTES).put(address).putLong(chunk).array();
    }
}
