// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.ProvedBallots;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.WriteWork;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was proved, in sealed records of the log's file: `fingerprint | id of the first` to some
/// ids. A cell opens in its own place and under this home's key only (ST-2), so nobody without the
/// key makes a ballot known that was not proved here: a row that was changed, moved or brought from
/// another home does not open, and then nothing is known. One that was put back after it was
/// forgotten still says what was true.
///
/// The table's name has a number: it goes up when the check of a ballot becomes stricter.
record StoredProofs(Store store) implements ProvedBallots {
    private static final String TABLE = "proved-ballots-1";
    private static final int ROW_IDS = 1_000;

    @Override
    public Map<String, Set<Hash>> all() throws IOException {
        Map<String, Set<Hash>> all = new HashMap<>();
        try {
            return store.read(txn -> {
                txn.each(
                        TABLE,
                        (key, value) -> {
                            int text = key.length - Hash.BYTES;
                            if (text > 0 && value.length % Hash.BYTES == 0) {
                                all.computeIfAbsent(election(key), _ -> new HashSet<>())
                                        .addAll(ids(value));
                            }
                        });
                return all;
            });
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void add(String election, List<Hash> envelopes) throws IOException {
        write(txn -> {
            for (int from = 0; from < envelopes.size(); from += ROW_IDS) {
                List<Hash> row =
                        envelopes.subList(from, Math.min(envelopes.size(), from + ROW_IDS));
                ByteBuffer value = ByteBuffer.allocate(row.size() * Hash.BYTES);
                row.forEach(id -> value.put(id.bytes()));
                txn.put(TABLE, key(election, row.getFirst()), value.array());
            }
            return election;
        });
    }

    @Override
    public void forget(String election) throws IOException {
        write(txn -> {
            List<byte[]> keys = new ArrayList<>();
            txn.each(
                    TABLE,
                    (key, _) -> {
                        if (key.length > Hash.BYTES && election(key).equals(election)) {
                            keys.add(key);
                        }
                    });
            for (byte[] key : keys) {
                txn.delete(TABLE, key);
            }
            return election;
        });
    }

    private void write(WriteWork<String> work) throws IOException {
        try {
            store.write(work);
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    private static byte[] key(String election, Hash first) {
        byte[] text = election.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(text.length + Hash.BYTES).put(text).put(first.bytes()).array();
    }

    private static String election(byte[] key) {
        return new String(key, 0, key.length - Hash.BYTES, StandardCharsets.UTF_8);
    }

    private static List<Hash> ids(byte[] value) {
        List<Hash> ids = new ArrayList<>();
        for (int at = 0; at < value.length; at += Hash.BYTES) {
            ids.add(Hash.of(Arrays.copyOfRange(value, at, at + Hash.BYTES)));
        }
        return ids;
    }
}
