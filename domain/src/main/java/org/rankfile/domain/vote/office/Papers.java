// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Question;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.Asked;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotRefused;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.Held;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.Returns;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.RulesRefused;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// All ballots on paper. Engine thread only.
public final class Papers {
    private final Means means;
    private final Map<String, PaperCount> counts = new LinkedHashMap<>();

    Papers(Means means) {
        this.means = means;
    }

    /// Takes a step.
    ///
    /// @param bytes as it was written
    /// @return whether it was of a ballot on paper
    boolean take(ContentOp op, String id, Step step, byte[] bytes) {
        PaperCount there = counts.get(id);
        if (there != null) {
            there.take(op, step);
            return true;
        }
        if (step instanceof Step.Paper paper
                && StepCodec.id(op.author(), bytes).equals(id)
                && counts.size() < Limits.BALLOTS) {
            counts.put(id, new PaperCount(id, op.author(), paper.form()));
            return true;
        }
        return false;
    }

    void act() throws AppendRefused, IOException {
        for (PaperCount each : List.copyOf(counts.values())) {
            each.act(means);
        }
    }

    /// Asks tellers to count papers.
    ///
    /// @return the id
    public String call(PaperForm form) throws AppendRefused {
        Step step = new Step.Paper(form);
        String id = StepCodec.id(means.me(), StepCodec.write(step).bytes());
        means.say(id, step);
        return id;
    }

    /// Enters what this teller counted.
    public PaperView enter(String name, PaperFigures figures)
            throws BallotRefused, AppendRefused, IOException {
        PaperCount count = find(name);
        if (!fits(count, figures)) {
            throw new BallotRefused(BallotRefusal.BAD_FIGURES);
        }
        if (!count.enter(means, figures)) {
            throw new BallotRefused(BallotRefusal.NOT_YOUR_TURN);
        }
        return view(count);
    }

    /// Figures that can be: every paper is blank, spoilt or has as many answers as were asked for.
    private static boolean fits(PaperCount count, PaperFigures figures) {
        List<Question> questions = count.form().questions();
        boolean all =
                figures.counts().size() == questions.size()
                        && IntStream.range(0, questions.size())
                                .allMatch(i ->
                                        figures.counts().get(i).answers().size()
                                                == questions.get(i).answers().size());
        return all
                && figures.cast() <= count.form().entitled()
                && figures(count.form(), figures).units().getFirst().counts().stream()
                        .allMatch(each -> each.isOf(figures.cast()));
    }

    private PaperCount find(String name) throws BallotRefused {
        List<PaperCount> found =
                counts.values().stream()
                        .filter(each -> name.length() >= Limits.PREFIX_CHARS)
                        .filter(each -> each.id().startsWith(name))
                        .toList();
        if (found.size() != 1) {
            throw new BallotRefused(
                    found.isEmpty() ? BallotRefusal.NO_SUCH_BALLOT : BallotRefusal.AMBIGUOUS);
        }
        return found.getFirst();
    }

    /// The declaration of what all tellers counted.
    ///
    /// @param day of the declaration
    /// @param tellers what they are called there
    public Declaration declare(String name, LocalDate day, List<String> tellers)
            throws BallotRefused {
        PaperView view = show(name);
        Figures figures =
                view.figures().orElseThrow(() -> new BallotRefused(BallotRefusal.NOT_COUNTED));
        if (view.verdict().isEmpty()) {
            throw new BallotRefused(BallotRefusal.BAD_RULES);
        }
        List<Asked> asked =
                view.questions().stream()
                        .map(question -> new Asked(question.text(), question.answers()))
                        .toList();
        Held held = new Held(view.title(), asked, day, view.rehearsal(), "", Optional.empty());
        return new Declaration(
                held,
                view.rules().orElseThrow(),
                new Returns.Counted(figures, new Late(0, false)),
                tellers);
    }

    /// One of them.
    public PaperView show(String name) throws BallotRefused {
        return view(find(name));
    }

    /// All of them, those that were called last first.
    public List<PaperView> all() {
        return List.copyOf(counts.values()).reversed().stream().map(Papers::view).toList();
    }

    private static PaperView view(PaperCount count) {
        PaperForm form = count.form();
        Optional<RuleSet> rules = rules(form);
        Optional<Figures> figures = count.agreed().map(agreed -> figures(form, agreed));
        Optional<Verdict> verdict =
                rules.flatMap(each ->
                        figures.map(of -> Judgement.of(each, of))
                                .filter(Judgement.Judged.class::isInstance)
                                .map(Judgement.Judged.class::cast)
                                .map(Judgement.Judged::verdict));
        return new PaperView(
                count.id(),
                form.title(),
                form.questions(),
                rules,
                form.rehearsal(),
                form.entitled(),
                form.tellers(),
                count.round(),
                count.agreed().isPresent() ? List.of() : count.missing(),
                figures,
                verdict);
    }

    private static Figures figures(PaperForm form, PaperFigures agreed) {
        Roll roll =
                new Roll(
                        form.title(),
                        form.entitled(),
                        form.entitled(),
                        OptionalLong.empty(),
                        agreed.cast());
        List<Count> counts =
                IntStream.range(0, form.questions().size())
                        .mapToObj(i ->
                                ResultFigures.onPaper(
                                        form.questions().get(i), agreed.counts().get(i)))
                        .toList();
        return new Figures(List.of(new UnitFigures(roll, counts)));
    }

    private static Optional<RuleSet> rules(PaperForm form) {
        try {
            return Optional.of(RuleSet.read(form.rules().getBytes(StandardCharsets.UTF_8)));
        } catch (RulesRefused none) {
            return Optional.empty();
        }
    }
}
