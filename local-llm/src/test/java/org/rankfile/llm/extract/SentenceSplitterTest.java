// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

final class SentenceSplitterTest {
    private static final String ALPHABET =
            "ab AB12 ..!?…\"'“”’)(,;:-\n\r\t\f\u00a0\u2028\u2029\ufeff•é你。\u0301";

    @Test
    void fullStopsEndSentences() {
        assertSplit(
                "I was late. He shouted! Why? Nobody knows",
                "I was late.",
                "He shouted!",
                "Why?",
                "Nobody knows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Article 14.3 says overtime goes to the lowest man at $30.93 first.",
                "Mr. Sandoval and Dr. Lee met Ms. Ortiz at St. Mary's.",
                "On Oct. 29 around 9:50 p.m. I had the scanner in my hand.",
                "Under Art. 7.1 and Sec. B it must be posted, cf. No. 12 of the list.",
                "J. R. Osei vs. Acme Inc. is the case they e.g. cited, i.e. ours.",
                "He said \"No. You are done. Go home.\" and walked away.",
                "She wrote “It stays. That is final.” on the board.",
                "He waited... and then he signed it.",
                "They put it up (see the notice!) and left."
            })
    void whatOnlyLooksLikeAnEndDoesNotEndASentence(String sentence) {
        assertSplit(sentence, sentence);
    }

    @Test
    void aQuotationThatEndsASentenceEndsIt() {
        assertSplit(
                "He said \"I will not.\" Then he left.",
                "He said \"I will not.\"",
                "Then he left.");
        assertSplit(
                "It ends at 5 p.m. The rest is unpaid.",
                "It ends at 5 p.m.",
                "The rest is unpaid.");
        assertSplit(
                "We filed with Acme Inc. They refused.",
                "We filed with Acme Inc.",
                "They refused.");
        assertSplit(
                "He is not redoing it.Luz heard that.", "He is not redoing it.", "Luz heard that.");
        assertSplit(
                "We work in Building C. Effective May 1 it closed.",
                "We work in Building C.",
                "Effective May 1 it closed.");
        assertSplit("Due Friday?? Let me know.", "Due Friday??", "Let me know.");
        assertSplit("他走了。我留下。", "他走了。", "我留下。");
    }

    @Test
    void aTextTypedInLowerCaseIsStillCut() {
        assertSplit(
                "i was late. he shouted at me. then i left. no answer since.",
                "i was late.",
                "he shouted at me.",
                "then i left.",
                "no answer since.");
    }

    @Test
    void blankLinesAndListItemsEndSentences() {
        String text =
                """
                What I want

                - the pay back
                - the note removed
                2. An apology
                """;
        assertSplit(text, "What I want", "- the pay back", "- the note removed", "2. An apology");
    }

    @Test
    void foldedLinesAreOneSentenceAndShortOnesAreNot() {
        String folded =
                """
                On Monday the supervisor told the whole crew that the
                break was gone, and nobody was allowed to say anything
                about it.\
                """
                        .replace("\n", "\r\n");
        assertSplit(folded + "\r\nSigned\r\nA Member", folded, "Signed", "A Member");
    }

    @Test
    void aTextWithoutFullStopsIsCutIntoReadablePieces() {
        String text = "they took my shift and gave it to him so I asked why ".repeat(40).strip();
        List<Span> sentences = SentenceSplitter.split(text);
        assertThat(sentences).hasSizeGreaterThan(7);
        for (Span sentence : sentences) {
            int words = sentence.of(text).split(" ", -1).length;
            assertThat(words).isLessThanOrEqualTo(Limits.SENTENCE_WORDS * 3 / 2);
        }
        assertExact(text);
    }

    @Test
    void nothingGivesNothing() {
        for (String text : List.of("", " ", "\n\n\t", "\ufeff", "\u00a0\r\n")) {
            assertThat(SentenceSplitter.split(text)).isEmpty();
        }
    }

    @Test
    @DisplayName("SUM-6: ten thousand random strings are cut exactly")
    void tenThousandRandomStringsAreCutExactly() {
        var random = new Random(20261123);
        for (int i = 0; i < 10_000; i++) {
            assertExact(randomText(random, random.nextInt(200), i % 2 == 0));
        }
    }

    @Test
    @DisplayName("SUM-6: a megabyte of anything is cut exactly, and soon")
    void aMegabyteOfAnythingIsCutExactly() {
        int megabyte = 1 << 20;
        for (String unit :
                List.of(
                        "a", " ", ".", ". ", "a. ", "A. ", "“", "\"a", "\n", "\r\n", "1.", "x ",
                        "😀", "(", "Mr. ", "no. ", "x\n", "\ud800")) {
            assertExact(unit.repeat(megabyte / unit.length()));
        }
        assertExact(randomText(new Random(3), megabyte, true));
    }

    private static String randomText(Random random, int length, boolean anyUnit) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(
                    anyUnit && random.nextInt(3) == 0
                            ? (char) random.nextInt(0x10000)
                            : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static void assertSplit(String text, String... sentences) {
        assertThat(SentenceSplitter.split(text))
                .extracting(s -> s.of(text))
                .containsExactly(sentences);
        assertExact(text);
    }

    /// All that is no space lies in exactly one sentence, in order; no pair is cut.
    private static void assertExact(String text) {
        int at = 0;
        for (Span sentence : SentenceSplitter.split(text)) {
            assertThat(Chars.skipSpaces(text, at, text.length())).isEqualTo(sentence.start());
            assertThat(Chars.isSpace(text.charAt(sentence.end() - 1))).isFalse();
            assertThat(cutsPair(text, sentence.start()) || cutsPair(text, sentence.end()))
                    .isFalse();
            at = sentence.end();
        }
        assertThat(Chars.skipSpaces(text, at, text.length())).isEqualTo(text.length());
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
