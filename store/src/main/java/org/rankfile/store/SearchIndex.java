// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import java.util.List;

/// Full-text search in memory: nothing of it touches the disk. Folds case and accents (unicode61,
/// without diacritics). Safe from any thread: one call runs at a time.
public interface SearchIndex extends AutoCloseable {
    /// Sets the text of a document.
    void put(String collection, String id, String text);

    /// Removes a document; nothing happens where there is none.
    void remove(String collection, String id);

    /// The ids of the documents that hold a word starting with each word of the query, best first.
    /// Any text is a query: there are no operators. A query without a word finds nothing.
    List<String> search(String collection, String query, int limit);

    /// The whole index, for sealing into a snapshot.
    byte[] snapshot();

    /// Replaces the whole index by an earlier snapshot; false, and an empty index, where it is
    /// none.
    boolean restore(byte[] snapshot);

    /// Frees the memory.
    @Override
    void close();
}
