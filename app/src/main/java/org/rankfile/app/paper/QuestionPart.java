// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.paper;

import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.Asked;
import org.rankfile.domain.vote.rule.Check;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.QuestionRule;
import org.rankfile.domain.vote.rule.Verdict.QuestionVerdict;
import org.rankfile.domain.vote.rule.Verdict.TallyVerdict;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What a declaration says of one question: the answers, every condition with its numbers, and the
/// outcome.
final class QuestionPart {
    private final Html html;
    private final Texts texts;
    private final RuleWords words;
    private final List<UnitFigures> units;

    QuestionPart(Html html, Texts texts, Figures figures) {
        this.html = html;
        this.texts = texts;
        this.words = new RuleWords(texts);
        this.units = figures.units();
    }

    private String say(DeclarationText key, Object... arguments) {
        return texts.get(key, arguments);
    }

    void write(int index, Asked asked, QuestionVerdict verdict) {
        html.element("h2", say(DeclarationText.QUESTION, index + 1)).element("p", asked.text());
        answers(index, asked, verdict.rule());
        if (several(index)) {
            html.element("p", say(DeclarationText.SEVERAL));
        }
        verdict.tallies().forEach(tally -> tally(tally, verdict.tallies().size() > 1));
        html.element("p", texts.of(verdict.rule().tie()));
        html.element("p", words.blank(verdict.rule().blank()));
        html.open("p", "class", "state");
        html.text(words.outcome(verdict.decision())).close();
        html.element("p", words.margin(verdict.margin()));
    }

    private void answers(int index, Asked asked, QuestionRule rule) {
        html.open("table").open("tr");
        html.open("th", "scope", "col").text(say(DeclarationText.ANSWER)).close();
        if (units.size() > 1) {
            units.forEach(unit -> html.open("th", "scope", "col").text(unit.roll().unit()).close());
        }
        html.open("th", "scope", "col").text(say(DeclarationText.ALL_UNITS)).close().close();
        for (int i = 0; i < asked.answers().size(); i++) {
            int answer = i;
            String text = asked.answers().get(i);
            if (answer == rule.yes()) {
                text = say(DeclarationText.ANSWER_YES, text);
            } else if (rule.no().contains(answer) && !several(index)) {
                text = say(DeclarationText.ANSWER_NO, text);
            }
            row(index, text, count -> count.answers().get(answer));
        }
        row(index, say(DeclarationText.BLANK), Count::blank);
        row(index, say(DeclarationText.SPOILT), Count::spoilt);
        html.close();
    }

    private boolean several(int question) {
        return units.getFirst().counts().get(question).isOfSeveral();
    }

    private void row(int question, String heading, ToLongFunction<Count> number) {
        List<Long> numbers =
                units.stream()
                        .map(unit -> number.applyAsLong(unit.counts().get(question)))
                        .toList();
        long all = numbers.stream().mapToLong(Long::longValue).sum();
        Stream<Long> cells = units.size() > 1 ? numbers.stream() : Stream.empty();
        html.row(
                heading,
                Stream.concat(cells, Stream.of(all))
                        .map(cell -> say(DeclarationText.NUMBER, cell))
                        .toArray(String[]::new));
    }

    private void tally(TallyVerdict verdict, boolean byUnit) {
        if (byUnit) {
            html.element("h3", verdict.tally().roll().unit());
        }
        html.open("table").open("tr");
        for (DeclarationText head :
                List.of(
                        DeclarationText.CONDITION,
                        DeclarationText.NUMBERS,
                        DeclarationText.NEEDED,
                        DeclarationText.HOLDS)) {
            html.open("th", "scope", "col").text(say(head)).close();
        }
        html.close();
        verdict.checks().forEach(this::check);
        html.close();
        if (verdict.tied()) {
            html.element("p", say(DeclarationText.TIED));
        }
        if (byUnit) {
            html.element("p", words.outcome(verdict.decision()));
        }
    }

    private void check(Check check) {
        switch (check) {
            case Check.Measured measured ->
                    html.row(
                            words.condition(measured.condition()),
                            words.part(measured.count(), measured.whole()),
                            say(DeclarationText.NUMBER, measured.needed()),
                            texts.of(measured.decision()));
            case Check.Chosen chosen -> {
                html.open("tr").open("td", "colspan", "4");
                html.text(words.chosen(chosen.when())).close().close();
                chosen.checks().forEach(this::check);
            }
        }
    }
}
