// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

/// What counts as a space, a line end, a sentence mark, a closing mark.
final class Chars {
    private Chars() {}

    /// White space, also the kinds that Java does not count: no-break spaces, byte-order mark.
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == 0x85;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || isParagraphEnd(c);
    }

    static boolean isParagraphEnd(char c) {
        return c == '\f' || c == 0x2029;
    }

    static boolean isFullStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || isWideFullStop(c);
    }

    /// Full stops of scripts that put no space after them.
    static boolean isWideFullStop(char c) {
        return c == '。' || c == '！' || c == '？';
    }

    static boolean isCloser(char c) {
        return c == '"' || c == '\'' || c == '”' || c == '’' || c == ')' || c == ']' || c == '»';
    }

    static boolean isOpener(char c) {
        return c == '"' || c == '\'' || c == '“' || c == '‘' || c == '(' || c == '[' || c == '«';
    }

    /// The first place at or after `from` that is no space, or `end`.
    static int skipSpaces(String text, int from, int end) {
        int at = from;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The first space at or after `from`, or `end`.
    static int skipWord(String text, int from, int end) {
        int at = from;
        while (at < end && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
