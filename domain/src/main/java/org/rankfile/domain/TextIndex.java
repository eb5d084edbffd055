// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import java.util.List;

/// Full-text search over records, kept by whoever runs the façade; in memory only. Any thread.
public interface TextIndex {
    /// Sets the text of a record.
    void put(String kind, String id, String text);

    /// Removes a record; nothing happens where there is none.
    void remove(String kind, String id);

    /// The ids of the records that hold a word starting with each word of the query, best first.
    List<String> search(String kind, String query, int limit);
}
