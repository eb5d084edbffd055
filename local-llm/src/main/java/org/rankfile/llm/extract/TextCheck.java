// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a text is text at all, long enough, and English. Linear, without a model.
public final class TextCheck {
    /// More broken characters than one in this many: not text.
    private static final int ONE_BROKEN_IN = 200;

    /// English prose has 35 to 60 % function words, terse notes some 20 %.
    private static final double LEAST_ENGLISH = 0.16;

    /// Of all words, at most these may be function words: a text says something too.
    private static final double MOST_ENGLISH = 0.85;

    private static final double LEAD_OVER_OTHERS = 1.5;
    private static final int LEAST_DIFFERENT_FUNCTION_WORDS = 6;
    private static final int LEAST_DIFFERENT_WORDS = 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)*");

    private TextCheck() {}

    /// Whether more than one character in two hundred is a control character, half a surrogate
    /// pair, unassigned, for private use, or a replacement character.
    public static boolean isBroken(String text) {
        int total = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            total++;
            broken += isBroken(c) ? 1 : 0;
        }
        return broken * ONE_BROKEN_IN > total;
    }

    private static boolean isBroken(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !(c <= 0xffff && Character.isWhitespace(c)) && c != 0x85;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> c == 0xfffd;
        };
    }

    /// The number of words: runs of letters, apostrophes inside included.
    public static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /// Whether the letters are mostly of another script than the Latin one.
    public static boolean isForeignScript(String text) {
        int letters = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                foreign += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 0 : 1;
            }
        }
        return foreign * 10 > letters * 3;
    }

    /// Whether the text reads as English: enough different English function words, and clearly more
    /// than of any other language that is known here.
    public static boolean isEnglish(String text) {
        List<String> words =
                WORD.matcher(text)
                        .results()
                        .map(m -> m.group().toLowerCase(Locale.ROOT).replace('’', '\''))
                        .toList();
        if (words.isEmpty() || isForeignScript(text)) {
            return false;
        }
        double english = share(words, FunctionWords.ENGLISH);
        double other = 0;
        for (Set<String> language : FunctionWords.OTHERS.values()) {
            other = Math.max(other, share(words, language));
        }
        return english >= LEAST_ENGLISH
                && english <= MOST_ENGLISH
                && english >= other * LEAD_OVER_OTHERS
                && isVaried(words);
    }

    private static double share(List<String> words, Set<String> known) {
        return (double) words.stream().filter(known::contains).count() / words.size();
    }

    private static boolean isVaried(List<String> words) {
        var different = new HashSet<>(words);
        int all = different.size();
        different.retainAll(FunctionWords.ENGLISH);
        return all >= LEAST_DIFFERENT_WORDS && different.size() >= LEAST_DIFFERENT_FUNCTION_WORDS;
    }
}
