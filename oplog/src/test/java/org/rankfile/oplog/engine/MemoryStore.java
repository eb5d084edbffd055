// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
import org.rankfile.store.ReadWork;
import org.rankfile.store.RecordVisitor;
import org.rankfile.store.RowVisitor;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.StoreProblem;
import org.rankfile.store.WriteTxn;
import org.rankfile.store.WriteWork;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A store in memory that can fail before any write: what a crash leaves is what was committed.
final class MemoryStore implements Store {
    private List<byte[][]> rows = new ArrayList<>();
    private Map<String, byte[]> records = new TreeMap<>();
    private int writesLeft = Integer.MAX_VALUE;

    /// Fails the write after this many more.
    void failAfter(int writes) {
        writesLeft = writes;
    }

    /// Works again.
    void mend() {
        writesLeft = Integer.MAX_VALUE;
    }

    /// Becomes a copy of another, as from a backup.
    void restore(MemoryStore from) {
        rows = new ArrayList<>(from.rows);
        records = new TreeMap<>(from.records);
    }

    @Override
    public <T> T read(ReadWork<T> work) throws StoreException {
        return work.with(new Txn(rows, records));
    }

    @Override
    public <T> T write(WriteWork<T> work) throws StoreException {
        if (writesLeft == 0) {
            throw new StoreException(Reason.DISK_FULL, null);
        }
        writesLeft--;
        Txn txn = new Txn(new ArrayList<>(rows), new TreeMap<>(records));
        T result = work.with(txn);
        rows = txn.rows;
        records = txn.records;
        return result;
    }

    @Override
    public List<StoreProblem> check() {
        return List.of();
    }

    @Override
    public void saveSnapshot(String name, long pos, byte[] state) {
        throw new UnsupportedOperationException("the log keeps none");
    }

    @Override
    public Optional<Snapshot> loadSnapshot(String name) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // It lives on for the next opening.
    }

    private record Txn(List<byte[][]> rows, Map<String, byte[]> records) implements WriteTxn {
        @Override
        public void scan(long afterPos, RowVisitor visitor) throws StoreException {
            for (int i = (int) afterPos; i < rows.size(); i++) {
                visitor.row(i + 1, rows.get(i)[0].clone());
            }
        }

        @Override
        public Optional<byte[]> head(long pos) {
            return Optional.of(rows.get((int) pos - 1)[0]);
        }

        @Override
        public Optional<byte[]> body(long pos) {
            return Optional.of(rows.get((int) pos - 1)[1]);
        }

        private static String name(String table, byte[] key) {
            return table + "/" + HexFormat.of().formatHex(key);
        }

        @Override
        public Optional<byte[]> get(String table, byte[] key) {
            return Optional.ofNullable(records.get(name(table, key)));
        }

        @Override
        public void each(String table, RecordVisitor visitor) throws StoreException {
            for (Map.Entry<String, byte[]> entry : records.entrySet()) {
                if (entry.getKey().startsWith(table + "/")) {
                    String hex = entry.getKey().substring(table.length() + 1);
                    visitor.record(HexFormat.of().parseHex(hex), entry.getValue());
                }
            }
        }

        @Override
        public long append(byte[] head, byte @Nullable [] body) {
            rows.add(new byte[][] {head, body == null ? new byte[0] : body});
            return rows.size();
        }

        @Override
        public void eraseBody(long pos) {
            throw new UnsupportedOperationException("nothing erases yet");
        }

        @Override
        public void put(String table, byte[] key, byte[] value) {
            records.put(name(table, key), value);
        }

        @Override
        public void delete(String table, byte[] key) {
            records.remove(name(table, key));
        }
    }
}
