// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into the words of BERT's uncased models: cleaned, without accents, lower-case, each
/// punctuation mark and each Chinese character a word of its own.
///
/// The rules are those of `BasicTokenizer` in google-research/bert and of `BertNormalizer` and
/// `BertPreTokenizer` in huggingface/tokenizers. One difference is wanted: special tokens written
/// out in the text, such as `[SEP]`, are ordinary characters here.
final class BertWords {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private BertWords() {}

    static List<String> of(String text) {
        var split = new BertWords();
        withoutAccents(cleaned(text)).codePoints().forEach(split::take);
        split.endWord();
        return split.words;
    }

    private void take(int c) {
        if (c == ' ') {
            endWord();
        } else if (isPunctuation(c)) {
            endWord();
            words.add(Character.toString(c));
        } else if (c == 'İ') {
            // The one letter whose lower case is two code points (SpecialCasing.txt).
            word.append("i\u0307");
        } else {
            word.appendCodePoint(Character.toLowerCase(c));
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String cleaned(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> clean(c, out));
        return out.toString();
    }

    private static void clean(int c, StringBuilder out) {
        if (c == '\t' || c == '\n' || c == '\r') {
            out.append(' ');
        } else if (isChinese(c)) {
            out.append(' ').appendCodePoint(c).append(' ');
        } else {
            switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        out.append(' ');
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.PRIVATE_USE,
                        Character.SURROGATE -> {}
                default -> {
                    if (c != 0xfffd) {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
    }

    private static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /// All of ASCII that is neither letter, digit nor control counts, as in BERT.
    static boolean isPunctuation(int c) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return within(c, 0x4e00, 0x9fff)
                || within(c, 0x3400, 0x4dbf)
                || within(c, 0x20000, 0x2a6df)
                || within(c, 0x2a700, 0x2b73f)
                || within(c, 0x2b740, 0x2b81f)
                || within(c, 0x2b820, 0x2ceaf)
                || within(c, 0xf900, 0xfaff)
                || within(c, 0x2f800, 0x2fa1f);
    }

    private static boolean within(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
