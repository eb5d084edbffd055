// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.jspecify.annotations.Nullable;
import org.rankfile.llm.extract.Limits;
import org.rankfile.llm.extract.Span;
import org.rankfile.llm.extract.TextCheck;

import java.util.List;

/// Decides which texts are summarised (SUM-3).
final class Admission {
    private Admission() {}

    /// Why the text is refused before it is cut into sentences, or null if it is not.
    static @Nullable Refusal of(String text) {
        if (text.length() > Limits.MAX_CHARS) {
            return Refusals.tooLong();
        }
        if (text.chars()
                .allMatch(c ->
                        Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfeff)) {
            return Refusals.empty();
        }
        if (TextCheck.isBroken(text)) {
            return Refusals.unreadable();
        }
        if (TextCheck.isForeignScript(text)) {
            return Refusals.notEnglish();
        }
        int words = TextCheck.words(text);
        if (words < Limits.MIN_WORDS) {
            return Refusals.tooShort(words);
        }
        return TextCheck.isEnglish(text) ? null : Refusals.notEnglish();
    }

    /// Why the text is refused once its sentences are known, or null if it is not.
    static @Nullable Refusal of(List<Span> sentences) {
        return sentences.size() > Limits.MAX_SENTENCES ? Refusals.tooLong() : null;
    }
}
