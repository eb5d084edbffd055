// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.csv.Fold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// A search index for tests: a scan over folded words.
final class MapIndex implements TextIndex {
    private final Map<String, String> texts = new ConcurrentSkipListMap<>();

    @Override
    public void put(String kind, String id, String text) {
        texts.put(kind + "|" + id, Fold.text(text));
    }

    @Override
    public void remove(String kind, String id) {
        texts.remove(kind + "|" + id);
    }

    @Override
    public List<String> search(String kind, String query, int limit) {
        List<String> wanted = List.of(Fold.text(query).strip().split("\\s+"));
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind + "|"))
                .filter(entry -> wanted.stream().allMatch(w -> hasWord(entry.getValue(), w)))
                .map(entry -> entry.getKey().substring(kind.length() + 1))
                .limit(limit)
                .toList();
    }

    private static boolean hasWord(String text, String start) {
        return Arrays.stream(text.split("\\W+")).anyMatch(word -> word.startsWith(start));
    }
}
