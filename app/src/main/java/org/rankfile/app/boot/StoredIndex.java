// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.domain.TextIndex;
import org.rankfile.store.SearchIndex;

import java.util.List;

/// The domain's search over the store's index.
record StoredIndex(SearchIndex index) implements TextIndex {
    @Override
    public void put(String kind, String id, String text) {
        index.put(kind, id, text);
    }

    @Override
    public void remove(String kind, String id) {
        index.remove(kind, id);
    }

    @Override
    public List<String> search(String kind, String query, int limit) {
        return index.search(kind, query, limit);
    }
}
