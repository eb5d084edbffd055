// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.tally.Result;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;

import java.util.ArrayList;
import java.util.List;

/// What rules are applied to, from a result as it stands in an archive.
public final class ResultFigures {
    private ResultFigures() {}

    /// The figures of one unit (RULE-12).
    public static Figures of(Roll roll, List<Question> questions, Result result) {
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            counts.add(count(roll.cast(), questions.get(i), result.numbers().get(i)));
        }
        return new Figures(List.of(new UnitFigures(roll, counts)));
    }

    private static Count count(long cast, Question question, List<Long> numbers) {
        List<Long> answers = numbers.subList(question.blank() ? 1 : 0, numbers.size());
        if (question.max() <= 1) {
            long chosen = answers.stream().mapToLong(Long::longValue).sum();
            return new Count(cast - chosen, 0, answers);
        }
        long blank = question.blank() ? numbers.getFirst() : 0;
        return new Count(blank, 0, answers, question.min(), question.max());
    }

    /// The count of papers, on each of which is an answer unless it is blank or spoilt.
    public static Count onPaper(Question question, Count counted) {
        int most = Math.max(1, question.max());
        int least = Math.max(1, question.min());
        return new Count(counted.blank(), counted.spoilt(), counted.answers(), least, most);
    }

    /// Whether rules can judge what these questions come to. Nobody tells who is present.
    public static boolean areJudged(RuleSet rules, List<Question> questions) {
        return rules.flaw(questions.stream().map(each -> each.answers().size()).toList(), false)
                .isEmpty();
    }
}
