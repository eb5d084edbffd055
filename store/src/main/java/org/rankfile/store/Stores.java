// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.rankfile.crypto.Secret;
import org.rankfile.store.sqlite.SqliteSearchIndex;
import org.rankfile.store.sqlite.SqliteStore;

import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// Makes stores.
public final class Stores {
    private Stores() {}

    /// A new store in a file that must not exist yet.
    ///
    /// @param key 32 bytes; copied
    public static Store create(Path file, Secret key, RandomGenerator random)
            throws StoreException {
        return SqliteStore.create(file, key, random);
    }

    /// The store in a file; its format is brought up to date if it is older.
    ///
    /// @param key 32 bytes; copied
    public static Store open(Path file, Secret key, RandomGenerator random) throws StoreException {
        return SqliteStore.open(file, key, random);
    }

    /// An empty search index.
    public static SearchIndex searchIndex() {
        return SqliteSearchIndex.empty();
    }
}
