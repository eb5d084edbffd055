// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Texts that occur nowhere but in the records of one demo run, so that any trace of them in a file
/// or on the wire is a leak.
final class Canaries {
    /// Rare ones only: four letters in UTF-16 are a whole window, and a library in a temporary
    /// folder may well hold the word "code".
    private static final String CONSONANTS = "jqxz";

    private static final String VOWELS = "aeiouy";
    private static final int WORDS = 4;
    private static final int SYLLABLES = 4;

    private Canaries() {}

    /// The given number of texts of four made-up words each, decided by the randomness.
    static List<String> draw(RandomGenerator random, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < WORDS; word++) {
                if (word > 0) {
                    text.append(' ');
                }
                appendWord(text, random);
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    /// All the texts, spread over at most so many longer ones.
    static List<String> spread(List<String> texts, int over) {
        List<String> longer =
                new ArrayList<>(Collections.nCopies(Math.min(over, texts.size()), ""));
        for (int i = 0; i < texts.size(); i++) {
            String before = longer.get(i % longer.size());
            longer.set(
                    i % longer.size(),
                    before.isEmpty() ? texts.get(i) : before + ", " + texts.get(i));
        }
        return List.copyOf(longer);
    }

    private static void appendWord(StringBuilder text, RandomGenerator random) {
        for (int i = 0; i < SYLLABLES; i++) {
            char consonant = CONSONANTS.charAt(random.nextInt(CONSONANTS.length()));
            text.append(i == 0 ? Character.toUpperCase(consonant) : consonant);
            text.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
    }
}
