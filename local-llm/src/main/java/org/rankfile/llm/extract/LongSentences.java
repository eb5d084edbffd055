// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts sentences that are too long to be one: texts written without full stops.
final class LongSentences {
    /// Up to this many words a sentence stays whole.
    private static final int WORDS_LEFT_WHOLE = Limits.SENTENCE_WORDS * 3 / 2;

    private static final Set<String> CONNECTIVES =
            Set.of("and", "but", "so", "then", "because", "when", "after", "which", "also", "i");

    private LongSentences() {}

    /// Adds the sentence to `out`, whole or in pieces, without the spaces around it.
    static void cut(String text, Span sentence, List<Span> out) {
        int from = Chars.skipSpaces(text, sentence.start(), sentence.end());
        while (from < sentence.end()) {
            int end = pieceEnd(text, from, sentence.end());
            int trimmed = end;
            while (trimmed > from && Chars.isSpace(text.charAt(trimmed - 1))) {
                trimmed--;
            }
            if (trimmed > from) {
                out.add(new Span(from, trimmed));
            }
            from = Chars.skipSpaces(text, end, sentence.end());
        }
    }

    private static int pieceEnd(String text, int from, int end) {
        int best = -1;
        int bestRank = -1;
        int words = 0;
        int at = from;
        int tooFar = Math.min(end, from + Limits.SENTENCE_CHARS + 1);
        while (at < end) {
            int wordEnd = Chars.skipWord(text, at, Math.max(at, tooFar));
            if (wordEnd - from > Limits.SENTENCE_CHARS) {
                return best > 0 ? best : at > from ? at : hardCut(text, from, end);
            }
            words++;
            int next = Chars.skipSpaces(text, wordEnd, end);
            if (words >= Limits.SENTENCE_WORDS / 3 && words <= Limits.SENTENCE_WORDS) {
                int rank = rank(text, wordEnd, next, end);
                if (rank >= bestRank) {
                    best = wordEnd;
                    bestRank = rank;
                }
            }
            if (words > WORDS_LEFT_WHOLE) {
                return best;
            }
            at = next;
        }
        return end;
    }

    /// How good a cut between two words is.
    private static int rank(String text, int wordEnd, int next, int end) {
        char last = text.charAt(wordEnd - 1);
        if (last == ';' || last == ':' || Chars.isFullStop(last)) {
            return 3;
        }
        if (last == ',') {
            return 2;
        }
        int nextEnd = Math.min(Chars.skipWord(text, next, end), next + 8);
        String word = text.substring(next, nextEnd).toLowerCase(Locale.ROOT);
        return CONNECTIVES.contains(word) ? 1 : 0;
    }

    private static int hardCut(String text, int from, int end) {
        int cut = Math.min(end, from + Limits.SENTENCE_CHARS);
        boolean splitsPair =
                cut < end
                        && Character.isLowSurrogate(text.charAt(cut))
                        && Character.isHighSurrogate(text.charAt(cut - 1));
        return splitsPair ? cut - 1 : cut;
    }
}
