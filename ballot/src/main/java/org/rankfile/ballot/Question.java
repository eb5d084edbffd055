// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import java.util.List;

/// A question whose answers are added up without being opened ("homomorphic" in Belenios).
///
/// @param text what is asked
/// @param answers what can be chosen
/// @param blank whether a voter may choose to choose nothing
/// @param min the fewest answers a ballot that is not blank chooses
/// @param max the most
public record Question(String text, List<String> answers, boolean blank, int min, int max) {
    public Question {
        answers = List.copyOf(answers);
        boolean counted = !answers.isEmpty() && answers.size() <= Limits.ANSWERS;
        if (!counted || min < 0 || max < min || max > answers.size()) {
            throw new IllegalArgumentException("a question has answers, and 0 ≤ min ≤ max of them");
        }
    }

    /// The numbers that a ballot encrypts: one for each answer, and one before them for blank.
    public int choices() {
        return answers.size() + (blank ? 1 : 0);
    }

    /// Whether these numbers are an answer: zeros and ones, as many ones as the question allows.
    ///
    /// @param choice as many as [#choices]
    public boolean allows(List<Integer> choice) {
        if (choice.size() != choices() || !choice.stream().allMatch(one -> one == 0 || one == 1)) {
            return false;
        }
        int chosen = choice.subList(blank ? 1 : 0, choice.size()).stream().mapToInt(i -> i).sum();
        if (blank && choice.getFirst() == 1) {
            return chosen == 0;
        }
        return chosen >= min && chosen <= max;
    }
}
