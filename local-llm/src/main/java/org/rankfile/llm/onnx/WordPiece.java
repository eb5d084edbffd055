// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import org.rankfile.llm.extract.Limits;

import java.util.Arrays;

/// Turns a sentence into the numbers that a BERT model reads: greedy longest-match-first word
/// pieces (Wu et al. 2016, as in google-research/bert). Immutable, safe from any thread.
final class WordPiece {
    private static final String INSIDE_WORD = "##";

    private final Vocabulary vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    WordPiece(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        unknown = vocabulary.idOf(Vocabulary.UNKNOWN);
        start = vocabulary.idOf(Vocabulary.START);
        end = vocabulary.idOf(Vocabulary.END);
    }

    /// `[CLS]`, the sentence's pieces as far as they fit, `[SEP]`: 2 to `max` numbers.
    long[] encode(String sentence, int max) {
        var ids = new long[max];
        ids[0] = start;
        int used = 1;
        for (String word : BertWords.of(sentence)) {
            used = append(word, ids, used);
            if (used >= max - 1) {
                used = max - 1;
                break;
            }
        }
        ids[used] = end;
        return Arrays.copyOf(ids, used + 1);
    }

    /// Writes the word's pieces at `from` as far as the array goes; returns where they end.
    private int append(String word, long[] ids, int from) {
        if (word.codePointCount(0, word.length()) > Limits.WORD_CODE_POINTS) {
            ids[from] = unknown;
            return from + 1;
        }
        int used = from;
        int at = 0;
        while (at < word.length() && used < ids.length) {
            int to = longestPiece(word, at);
            if (to < 0) {
                // One foreign part makes the whole word unknown.
                ids[from] = unknown;
                return from + 1;
            }
            ids[used++] = vocabulary.idOf(piece(word, at, to));
            at = to;
        }
        return used;
    }

    private int longestPiece(String word, int from) {
        int to = Math.min(word.length(), from + vocabulary.longest());
        while (to > from) {
            if (vocabulary.idOf(piece(word, from, to)) >= 0) {
                return to;
            }
            to--;
        }
        return -1;
    }

    private static String piece(String word, int from, int to) {
        String part = word.substring(from, to);
        return from == 0 ? part : INSIDE_WORD + part;
    }
}
