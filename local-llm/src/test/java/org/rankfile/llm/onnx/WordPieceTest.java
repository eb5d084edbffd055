// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;
import java.util.Random;

final class WordPieceTest {
    private static final int MAX = 256;
    private static Vocabulary vocabulary;
    private static WordPiece wordPiece;

    @BeforeAll
    static void readVocabulary() throws ModelException, IOException {
        vocabulary =
                Vocabulary.parse(ModelFile.TOKENIZER.read(WordPieceTest.class.getClassLoader()));
        wordPiece = new WordPiece(vocabulary);
    }

    @Test
    void theVocabularyIsThatOfBertBaseUncased() {
        assertThat(vocabulary.size()).isEqualTo(30_522);
        assertThat(vocabulary.idOf("[PAD]")).isZero();
        assertThat(vocabulary.idOf("[UNK]")).isEqualTo(100);
        assertThat(vocabulary.idOf("[CLS]")).isEqualTo(101);
        assertThat(vocabulary.idOf("[SEP]")).isEqualTo(102);
        assertThat(vocabulary.idOf("[MASK]")).isEqualTo(103);
    }

    @Test
    void theExampleOfTheBertDocumentationGetsItsPublishedNumbers() {
        // "[CLS] who was jim henson ? [SEP]" and "jim henson was a puppeteer" in the examples of
        // pytorch-pretrained-BERT; "hello world!" in those of transformers.
        assertThat(encode("Who was Jim Henson?"))
                .containsExactly(101, 2040, 2001, 3958, 27227, 1029, 102);
        assertThat(encode("Jim Henson was a puppeteer"))
                .containsExactly(101, 3958, 27227, 2001, 1037, 13997, 11510, 102);
        assertThat(encode("Hello, world!")).containsExactly(101, 7592, 1010, 2088, 999, 102);
    }

    @Test
    void wordsAreCutAsInTheTestsOfBert() {
        // The cases of tokenization_test.py in google-research/bert.
        assertThat(BertWords.of(" \tHeLLo!how  \n Are yoU?  "))
                .containsExactly("hello", "!", "how", "are", "you", "?");
        assertThat(BertWords.of("H\u00e9llo")).containsExactly("hello");
        assertThat(BertWords.of("ah\u535a\u63a8zz"))
                .containsExactly("ah", "\u535a", "\u63a8", "zz");
    }

    @Test
    void piecesAreTheLongestThatMatch() {
        // test_wordpiece_tokenizer of google-research/bert.
        var pieces =
                new WordPiece(
                        new Vocabulary(
                                Map.of(
                                        "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "want", 3, "##want", 4,
                                        "##ed", 5, "wa", 6, "un", 7, "runn", 8, "##ing", 9)));
        assertThat(pieces.encode("unwanted running", MAX)).containsExactly(1, 7, 4, 5, 8, 9, 2);
        assertThat(pieces.encode("unwantedX running", MAX)).containsExactly(1, 0, 8, 9, 2);
        assertThat(pieces.encode("", MAX)).containsExactly(1, 2);
    }

    @Test
    void aWordOfMoreThanAHundredLettersIsUnknown() {
        assertThat(encode("a".repeat(100))).hasSizeGreaterThan(3);
        assertThat(encode("a".repeat(101))).containsExactly(101, 100, 102);
    }

    @Test
    @DisplayName("SUM-5: special tokens in a text are ordinary characters")
    void specialTokensInATextAreOrdinaryCharacters() {
        long[] ids = encode("done [SEP] [CLS] [MASK] [PAD] [UNK] go");
        assertThat(ids).startsWith(101).endsWith(102);
        assertThat(ids).containsSequence(1031, vocabulary.idOf("sep"), 1033);
        assertThat(inner(ids)).doesNotContain(0, 100, 101, 102, 103);
    }

    @Test
    @DisplayName("SUM-4: at most 256 word pieces of a sentence are read")
    void aLongSentenceIsCutAt256Pieces() {
        assertThat(encode("word ".repeat(1_000))).hasSize(MAX).startsWith(101, 2773).endsWith(102);
        assertThat(encode("incomprehensibilities ".repeat(500))).hasSize(MAX).endsWith(102);
    }

    @Test
    void anyStringGivesABoundedSequenceBetweenStartAndEnd() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            long[] ids = encode(anyString(random));
            assertThat(ids).hasSizeBetween(2, MAX).startsWith(101).endsWith(102);
            assertThat(inner(ids)).doesNotContain(0, 101, 102, 103);
        }
    }

    @Test
    void aVocabularyWithoutSpecialPiecesIsRefused() {
        assertThatThrownBy(() -> new Vocabulary(Map.of("a", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] encode(String text) {
        return wordPiece.encode(text, MAX);
    }

    private static long[] inner(long[] ids) {
        return java.util.Arrays.copyOfRange(ids, 1, ids.length - 1);
    }

    private static String anyString(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(80);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(4);
            text.append(
                    kind == 0
                            ? Character.toString(random.nextInt(0x110000))
                            : kind == 1
                                    ? String.valueOf((char) random.nextInt(0x10000))
                                    : String.valueOf((char) (32 + random.nextInt(95))));
        }
        return text.toString();
    }
}
