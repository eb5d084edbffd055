// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a voter chose. Never prints.
///
/// @param answers for each question the numbers of the chosen answers, from 0; none for a blank
public record Choices(List<Set<Integer>> answers) {
    /// Copies the sets.
    public Choices {
        answers = answers.stream().map(Set::copyOf).toList();
    }

    /// The zeros and ones that a ballot encrypts; empty where this is no answer to the questions.
    public Optional<List<List<Integer>>> bits(List<Question> questions) {
        if (answers.size() != questions.size()) {
            return Optional.empty();
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Set<Integer> chosen = answers.get(i);
            List<Integer> bits = new ArrayList<>();
            if (question.blank()) {
                bits.add(chosen.isEmpty() ? 1 : 0);
            }
            for (int answer = 0; answer < question.answers().size(); answer++) {
                bits.add(chosen.contains(answer) ? 1 : 0);
            }
            boolean known =
                    chosen.stream().allMatch(each -> each >= 0 && each < question.answers().size());
            if (!known || !question.allows(bits)) {
                return Optional.empty();
            }
            all.add(List.copyOf(bits));
        }
        return Optional.of(all);
    }

    /// What zeros and ones say.
    public static Choices of(List<Question> questions, List<List<Integer>> bits) {
        List<Set<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < bits.size(); i++) {
            int first = questions.get(i).blank() ? 1 : 0;
            Set<Integer> chosen = new HashSet<>();
            for (int bit = first; bit < bits.get(i).size(); bit++) {
                if (bits.get(i).get(bit) == 1) {
                    chosen.add(bit - first);
                }
            }
            answers.add(chosen);
        }
        return new Choices(answers);
    }

    /// Nothing of what was chosen.
    @Override
    public String toString() {
        return "Choices";
    }
}
