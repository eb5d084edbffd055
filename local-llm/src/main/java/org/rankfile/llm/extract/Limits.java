// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

/// Every number that bounds foreign input to this module.
public final class Limits {
    /// Fewer words than this are no grievance to summarise.
    public static final int MIN_WORDS = 40;

    /// UTF-16 units: about eighty pages, some six seconds of one core.
    public static final int MAX_CHARS = 250_000;

    /// Bytes of an input before decoding: four for each unit of [#MAX_CHARS].
    public static final int MAX_BYTES = 4 * MAX_CHARS;

    /// Sentences, so that a text of full stops cannot buy an hour of embedding.
    public static final int MAX_SENTENCES = 4_000;

    /// A run of words without a full stop is cut into sentences of at most this many words.
    public static final int SENTENCE_WORDS = 60;

    /// A run without a space is cut into pieces of at most this many UTF-16 units.
    public static final int SENTENCE_CHARS = 1_200;

    /// Word pieces that the encoder reads of one sentence, `[CLS]` and `[SEP]` included.
    public static final int SENTENCE_TOKENS = 256;

    /// Code points of one word; a longer one is an unknown word (as in BERT).
    public static final int WORD_CODE_POINTS = 100;

    private Limits() {}
}
