// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.Drafts;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.WriteWork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// [Drafts] in sealed records of the log's file.
record StoredDrafts(Store store) implements Drafts {
    private static final String TABLE = "drafts-1";

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return store.read(txn -> txn.get(TABLE, key(name)));
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void keep(String name, byte[] draft) throws IOException {
        write(txn -> {
            txn.put(TABLE, key(name), draft);
            return name;
        });
    }

    @Override
    public void forget(String name) throws IOException {
        write(txn -> {
            txn.delete(TABLE, key(name));
            return name;
        });
    }

    private void write(WriteWork<String> work) throws IOException {
        try {
            store.write(work);
        } catch (StoreException failed) {
            throw new IOException(failed);
        }
    }

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
