// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.tally.Result;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Roll;

import java.util.ArrayList;
import java.util.List;

/// What rules are applied to, from a result as it stands in an archive.
public final class ResultFigures {
    private ResultFigures() {}

    /// The figures of one unit.
    public static Figures of(Roll roll, List<Question> questions, Result result) {
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            List<Long> of = result.numbers().get(i);
            counts.add(
                    questions.get(i).blank()
                            ? new Count(of.getFirst(), 0, of.subList(1, of.size()))
                            : new Count(0, 0, of));
        }
        return new Figures(List.of(new UnitFigures(roll, counts)));
    }
}
