// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.ArrayList;
import java.util.List;

/// Cuts any text into sentences with exact offsets.
///
/// Guarantees, for every string: the spans are in order and do not overlap; each starts and ends
/// with something other than white space; together they hold every character that is not white
/// space; no surrogate pair is cut. Linear in the length of the text.
public final class SentenceSplitter {
    /// Within a quotation up to this many UTF-16 units a sentence does not end.
    private static final int LONGEST_QUOTATION = 300;

    private final String text;
    private final boolean lowerCaseStarts;
    private final List<Span> sentences = new ArrayList<>();
    private int sentenceStart;
    private int quotationEnd;

    private SentenceSplitter(String text) {
        this.text = text;
        this.lowerCaseStarts = startsSentencesInLowerCase(text);
    }

    /// The sentences of the text, in order.
    public static List<Span> split(String text) {
        var splitter = new SentenceSplitter(text);
        for (Span block : Blocks.of(text)) {
            splitter.block(block);
        }
        return List.copyOf(splitter.sentences);
    }

    private void block(Span block) {
        sentenceStart = block.start();
        quotationEnd = 0;
        int at = block.start();
        while (at < block.end()) {
            char c = text.charAt(at);
            if (Chars.isFullStop(c)) {
                int end = endOfMarks(at, block.end());
                if (endsSentence(at, end, block.end())) {
                    add(end);
                    sentenceStart = Chars.skipSpaces(text, end, block.end());
                }
                at = end;
            } else {
                noteQuotation(at, c, block);
                at++;
            }
        }
        add(block.end());
    }

    private void add(int end) {
        if (sentenceStart < end) {
            LongSentences.cut(text, new Span(sentenceStart, end), sentences);
        }
    }

    private void noteQuotation(int at, char c, Span block) {
        boolean opens =
                at >= quotationEnd
                        && (c == '“' || (c == '"' && isAfterGap(at, block.start())))
                        && at + 1 < block.end();
        if (opens) {
            char closer = c == '“' ? '”' : '"';
            int last = Math.min(block.end(), at + LONGEST_QUOTATION);
            for (int i = at + 1; i < last; i++) {
                if (text.charAt(i) == closer) {
                    quotationEnd = i;
                    return;
                }
            }
        }
    }

    private boolean isAfterGap(int at, int blockStart) {
        return at == blockStart || Chars.isSpace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    }

    /// Past all full stops and closing marks that follow each other from `at`.
    private int endOfMarks(int at, int blockEnd) {
        int end = at;
        while (end < blockEnd && Chars.isFullStop(text.charAt(end))) {
            end++;
        }
        while (end < blockEnd && Chars.isCloser(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean endsSentence(int mark, int end, int blockEnd) {
        if (end <= quotationEnd) {
            return false;
        }
        if (end == blockEnd || Chars.isWideFullStop(text.charAt(mark))) {
            return true;
        }
        if (!Chars.isSpace(text.charAt(end))) {
            return isForgottenSpace(mark, end, blockEnd);
        }
        int next = firstLetter(Chars.skipSpaces(text, end, blockEnd), blockEnd);
        if (next == blockEnd) {
            return false;
        }
        boolean lower = Character.isLowerCase(text.charAt(next));
        if (lower && !lowerCaseStarts) {
            return false;
        }
        boolean singleStop = text.charAt(mark) == '.' && end == mark + 1;
        return !singleStop || !isPartOfWord(mark, next, blockEnd);
    }

    /// `redo it.Luz heard that`: at least two small letters before, a capital and a small one
    /// after.
    private boolean isForgottenSpace(int mark, int end, int blockEnd) {
        return end == mark + 1
                && mark - sentenceStart >= 2
                && end + 1 < blockEnd
                && Character.isLowerCase(text.charAt(mark - 1))
                && Character.isLowerCase(text.charAt(mark - 2))
                && Character.isUpperCase(text.charAt(end))
                && Character.isLowerCase(text.charAt(end + 1));
    }

    private int firstLetter(int from, int blockEnd) {
        int at = from;
        while (at < blockEnd && Chars.isOpener(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isPartOfWord(int mark, int next, int blockEnd) {
        int from = mark;
        while (from > sentenceStart && !Chars.isSpace(text.charAt(from - 1))) {
            from--;
        }
        if (from == sentenceStart && isEnumerator(from, mark)) {
            return true;
        }
        while (from < mark && Chars.isOpener(text.charAt(from))) {
            from++;
        }
        int wordEnd = next;
        while (wordEnd < blockEnd && Character.isLetterOrDigit(text.charAt(wordEnd))) {
            wordEnd++;
        }
        String following = text.substring(next, Math.max(wordEnd, next + 1));
        return Abbreviations.holds(wordBefore(from), text.substring(from, mark), following);
    }

    /// The word of the sentence that ends before `from`, at most twenty units of it.
    private String wordBefore(int from) {
        int end = from;
        while (end > sentenceStart && Chars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > sentenceStart
                && end - start < 20
                && !Chars.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /// The `2` of `2. They changed the rota`.
    private boolean isEnumerator(int from, int mark) {
        boolean digits = mark - from <= 3;
        for (int i = from; i < mark; i++) {
            digits &= Character.isDigit(text.charAt(i));
        }
        return digits || (mark - from == 1 && Character.isLetter(text.charAt(from)));
    }

    /// Whether the writer mostly starts sentences in lower case, as on a phone.
    private static boolean startsSentencesInLowerCase(String text) {
        int starts = 0;
        int lower = 0;
        for (int i = 0; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            char start = text.charAt(i + 2);
            if ((c == '.' || c == '?' || c == '!')
                    && text.charAt(i + 1) == ' '
                    && Character.isLetter(start)) {
                starts++;
                lower += Character.isLowerCase(start) ? 1 : 0;
            }
        }
        return starts >= 3 && lower * 5 >= starts * 3;
    }
}
