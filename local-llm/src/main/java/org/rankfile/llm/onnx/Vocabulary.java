// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The word pieces of a BERT model and their numbers. Immutable.
final class Vocabulary {
    static final String UNKNOWN = "[UNK]";
    static final String START = "[CLS]";
    static final String END = "[SEP]";

    private static final int EXPECTED_PIECES = 30_522;

    private final Map<String, Integer> ids;
    private final int longest;

    /// A vocabulary of the given pieces, the three special ones among them.
    Vocabulary(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        this.longest = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (String special : new String[] {UNKNOWN, START, END}) {
            if (!ids.containsKey(special)) {
                throw new IllegalArgumentException("a special piece is missing");
            }
        }
    }

    /// Reads `model.vocab` of a tokenizer.json.
    static Vocabulary parse(ByteBuffer json) throws IOException {
        var bytes = new byte[json.remaining()];
        json.get(bytes);
        Map<String, Integer> ids = HashMap.newHashMap(EXPECTED_PIECES);
        var filter = new JsonPointerBasedFilter(JsonPointer.compile("/model/vocab"));
        try (JsonParser all = new JsonFactory().createParser(bytes);
                JsonParser vocab =
                        new FilteringParserDelegate(
                                all, filter, Inclusion.ONLY_INCLUDE_ALL, false)) {
            while (vocab.nextToken() != null) {
                if (vocab.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    ids.put(vocab.currentName(), vocab.getIntValue());
                }
            }
        }
        return new Vocabulary(ids);
    }

    /// The piece's number, or -1 if there is none.
    int idOf(String piece) {
        return ids.getOrDefault(piece, -1);
    }

    /// UTF-16 units of the longest piece.
    int longest() {
        return longest;
    }

    int size() {
        return ids.size();
    }
}
