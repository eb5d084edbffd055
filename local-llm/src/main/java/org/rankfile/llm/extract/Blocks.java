// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a text at those line ends that a sentence cannot run across.
///
/// A line end is only a fold where the text is hard-wrapped: where the next word would not have
/// fitted into the width of the text's longest line. Elsewhere the writer meant it.
final class Blocks {
    /// Texts with longer lines are not hard-wrapped.
    private static final int WIDEST_WRAP = 120;

    private static final Pattern LIST_ITEM =
            Pattern.compile("(?:[-*•‣·–—>#]|\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)])\\s");

    private final String text;
    private final List<Span> lines = new ArrayList<>();
    private int widest;

    private Blocks(String text) {
        this.text = text;
        int at = 0;
        while (at <= text.length()) {
            int end = at;
            while (end < text.length() && !Chars.isLineEnd(text.charAt(end))) {
                end++;
            }
            line(at, end);
            at = end + 1;
        }
    }

    /// The blocks in order; together they hold everything but white space.
    static List<Span> of(String text) {
        return new Blocks(text).blocks();
    }

    /// Blank lines are kept as null-length gaps between the line spans' positions.
    private void line(int start, int end) {
        int from = Chars.skipSpaces(text, start, end);
        int to = end;
        while (to > from && Chars.isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            lines.add(new Span(from, to));
            widest = Math.max(widest, to - from);
        }
    }

    private List<Span> blocks() {
        List<Span> blocks = new ArrayList<>();
        int start = -1;
        Span before = null;
        for (Span line : lines) {
            if (before == null) {
                start = line.start();
            } else if (isBreak(before, line)) {
                blocks.add(new Span(start, before.end()));
                start = line.start();
            }
            before = line;
        }
        if (before != null) {
            blocks.add(new Span(start, before.end()));
        }
        return blocks;
    }

    private boolean isBreak(Span line, Span next) {
        if (widest > WIDEST_WRAP || isParagraphBreak(line.end(), next.start())) {
            return true;
        }
        int firstWord = Chars.skipWord(text, next.start(), next.end()) - next.start();
        boolean wouldHaveFitted = line.end() - line.start() + 1 + firstWord <= widest;
        return wouldHaveFitted
                || LIST_ITEM.matcher(text).region(next.start(), next.end()).lookingAt();
    }

    private boolean isParagraphBreak(int from, int to) {
        int feeds = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (Chars.isParagraphEnd(c)) {
                return true;
            }
            if (Chars.isLineEnd(c) && !secondOfPair) {
                feeds++;
            }
        }
        return feeds > 1;
    }
}
