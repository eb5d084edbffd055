// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The invented ballots on paper of the pictures.
final class StagedPapers {
    private static final RuleSet RULES = Preset.SIMPLE_MAJORITY.rules();

    private StagedPapers() {}

    private static List<PersonId> tellers(int from, int to) {
        return StagedBallots.PEOPLE.subList(from, to).stream().map(Member::id).toList();
    }

    private static List<Question> asked(String text) {
        return List.of(new Question(text, List.of("Yes", "No"), true, 1, 1));
    }

    /// One that is counted a second time, and one that is agreed.
    static List<PaperView> all() {
        return List.of(
                new PaperView(
                        "r7t9v1x3z5b7d9f1",
                        "Dues for next year",
                        asked("Do we raise the dues by one euro?"),
                        Optional.of(RULES),
                        false,
                        64,
                        tellers(0, 2),
                        1,
                        tellers(0, 1),
                        Optional.empty(),
                        Optional.empty()),
                agreed());
    }

    private static PaperView agreed() {
        Roll roll = new Roll("", 64, 64, OptionalLong.empty(), 51);
        Figures figures =
                new Figures(
                        List.of(
                                new Figures.UnitFigures(
                                        roll, List.of(new Count(2, 1, List.of(37L, 11L))))));
        Optional<Verdict> verdict =
                Judgement.of(RULES, figures) instanceof Judgement.Judged judged
                        ? Optional.of(judged.verdict())
                        : Optional.empty();
        return new PaperView(
                "s8u0w2y4a6c8e0g2",
                "Delegates to the congress",
                asked("Do Ana Reyes and Ben Okafor go?"),
                Optional.of(RULES),
                false,
                64,
                tellers(0, 2),
                0,
                List.of(),
                Optional.of(figures),
                verdict);
    }

    /// One that was called just now.
    static PaperView called(PaperForm form) {
        return new PaperView(
                "t9v1x3z5b7d9f1h3",
                form.title(),
                form.questions(),
                Optional.of(RULES),
                form.rehearsal(),
                form.entitled(),
                form.tellers(),
                0,
                form.tellers(),
                Optional.empty(),
                Optional.empty());
    }

    /// After one teller has counted.
    static PaperView entered(PaperView before, PersonId teller) {
        return new PaperView(
                before.id(),
                before.title(),
                before.questions(),
                before.rules(),
                before.rehearsal(),
                before.entitled(),
                before.tellers(),
                before.round(),
                before.waitingFor().stream().filter(each -> !each.equals(teller)).toList(),
                before.figures(),
                before.verdict());
    }
}
