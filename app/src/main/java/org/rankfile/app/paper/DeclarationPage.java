// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.paper;

import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.Held;
import org.rankfile.domain.vote.Returns;
import org.rankfile.domain.vote.rule.Origin;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;

import java.util.List;

/// The declaration of a result as one page of HTML: to be printed, or read in any browser. It holds
/// no script and loads nothing.
public final class DeclarationPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String STYLE =
            """
            body{font:11pt/1.45 sans-serif;color:#000;background:#fff;max-width:46em;\
            margin:1.5em auto;padding:0 1em}
            h1{font-size:1.6em;margin-bottom:0}h2{font-size:1.2em;border-bottom:1px solid #000;\
            margin-top:1.6em}h3{font-size:1em}
            table{border-collapse:collapse;width:100%;margin:.6em 0;break-inside:avoid}
            th,td{border:1px solid #555;padding:.25em .5em;text-align:left;vertical-align:top}
            td{font-variant-numeric:tabular-nums}
            .mark,.state{border:3px solid #000;padding:.5em .8em;font-weight:bold}
            .mark{text-align:center;letter-spacing:.2em}
            code{overflow-wrap:anywhere}.line{border-top:1px solid #000;margin-top:2.6em;width:24em}
            @page{margin:18mm}
            """;
    private static final List<DeclarationText> LIMITS =
            List.of(
                    DeclarationText.LIMIT_LEGAL,
                    DeclarationText.LIMIT_SCRUTINEER,
                    DeclarationText.LIMIT_COERCION,
                    DeclarationText.LIMIT_DEVICE,
                    DeclarationText.LIMIT_TELLERS,
                    DeclarationText.LIMIT_REGISTRARS,
                    DeclarationText.LIMIT_SMALL,
                    DeclarationText.LIMIT_LATER);

    private static final List<DeclarationText> PAPER_LIMITS =
            List.of(
                    DeclarationText.LIMIT_LEGAL,
                    DeclarationText.LIMIT_SCRUTINEER,
                    DeclarationText.LIMIT_COERCION,
                    DeclarationText.LIMIT_PAPER,
                    DeclarationText.LIMIT_SMALL);

    private final Declaration declaration;
    private final Texts texts;
    private final RuleWords words;
    private final Html html = new Html();

    private DeclarationPage(Declaration declaration, Texts texts) {
        this.declaration = declaration;
        this.texts = texts;
        this.words = new RuleWords(texts);
    }

    /// The page, in the language of the texts; to be written as UTF-8.
    public static String html(Declaration declaration, Texts texts) {
        return new DeclarationPage(declaration, texts).page();
    }

    private String page() {
        Held held = declaration.held();
        html.open("html", "lang", texts.language().code()).open("head");
        html.single("meta", "charset", "utf-8");
        html.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.element("title", say(DeclarationText.TITLE) + ": " + held.name());
        html.element("style", STYLE).close().open("body");
        mark();
        html.element("h1", say(DeclarationText.TITLE)).element("p", held.name());
        html.element("p", say(DeclarationText.DAY, texts.day(held.day())));
        state();
        roll();
        declaration.verdict().ifPresent(this::questions);
        rules();
        tellers();
        record();
        html.element("h2", say(DeclarationText.LIMITS)).open("ul");
        (held.isOnPaper() ? PAPER_LIMITS : LIMITS).forEach(limit -> html.element("li", say(limit)));
        html.close();
        mark();
        return html.close().close().page();
    }

    private String say(DeclarationText key, Object... arguments) {
        return texts.get(key, arguments);
    }

    private void mark() {
        if (declaration.held().rehearsal()) {
            html.open("p", "class", "mark").text(say(DeclarationText.REHEARSAL)).close();
        }
    }

    private void state() {
        html.open("p", "class", "state").text(words.state(declaration.state())).close();
        if (declaration.returns() instanceof Returns.Counted counted) {
            html.element("p", words.late(counted.late()));
        }
    }

    private void roll() {
        html.element("h2", say(DeclarationText.ROLL)).open("table").open("tr");
        for (DeclarationText head :
                List.of(
                        DeclarationText.UNIT,
                        DeclarationText.ENTITLED,
                        DeclarationText.ENROLLED,
                        DeclarationText.PRESENT,
                        DeclarationText.CAST,
                        DeclarationText.TURNOUT)) {
            html.open("th", "scope", "col").text(say(head)).close();
        }
        html.close();
        declaration.returns().rolls().forEach(this::roll);
        html.close();
    }

    private void roll(Roll roll) {
        html.row(
                roll.unit().isBlank() ? say(DeclarationText.ALL_UNITS) : roll.unit(),
                number(roll.entitled()),
                number(roll.enrolled()),
                roll.present().isPresent() ? number(roll.present().getAsLong()) : "–",
                number(roll.cast()),
                words.percent(roll.cast(), roll.entitled()));
    }

    private String number(long number) {
        return say(DeclarationText.NUMBER, number);
    }

    private void questions(Verdict verdict) {
        Returns.Counted counted = (Returns.Counted) declaration.returns();
        QuestionPart part = new QuestionPart(html, texts, counted.figures());
        List<Verdict.QuestionVerdict> questions = verdict.questions();
        for (int i = 0; i < questions.size(); i++) {
            part.write(i, declaration.held().questions().get(i), questions.get(i));
        }
    }

    private void rules() {
        RuleSet rules = declaration.rules();
        Origin origin = rules.origin();
        html.element("h2", say(DeclarationText.RULES));
        html.element("p", say(DeclarationText.RULES_FROM, origin.name(), origin.version()));
        html.open("ul").element("li", texts.of(rules.label()));
        html.element("li", say(DeclarationText.RULES_LEGAL_DATE, texts.day(origin.legalDate())));
        if (origin.isPast(declaration.held().day())) {
            html.element(
                    "li", say(DeclarationText.RULES_PAST, texts.day(origin.until().orElseThrow())));
        }
        html.element("li", say(DeclarationText.RULES_SOURCE, origin.source()));
        html.element("li", texts.of(rules.units()));
        html.element("li", say(DeclarationText.LEAST_UNIT, rules.leastUnit()));
        mandate(rules);
        html.close();
        html.open("p").text(say(DeclarationText.RULES_HASH)).text(" ");
        html.element("code", rules.reference()).close();
    }

    private void mandate(RuleSet rules) {
        rules.mandate()
                .ifPresent(mandate -> {
                    String first = texts.day(mandate.first(declaration.held().day()));
                    String words =
                            mandate.last(declaration.held().day())
                                    .map(last ->
                                            say(DeclarationText.MANDATE, first, texts.day(last)))
                                    .orElseGet(() -> say(DeclarationText.MANDATE_FROM, first));
                    html.element("li", words);
                });
        rules.noticeDays().ifPresent(days -> html.element("li", say(DeclarationText.NOTICE, days)));
    }

    private void tellers() {
        html.element("h2", say(DeclarationText.TELLERS));
        declaration.tellers().forEach(name -> html.open("p", "class", "line").text(name).close());
    }

    private void record() {
        Held held = declaration.held();
        html.element("h2", say(DeclarationText.RECORD));
        if (held.isOnPaper()) {
            html.element("p", say(DeclarationText.ON_PAPER));
            return;
        }
        html.open("p");
        html.text(say(DeclarationText.FINGERPRINT)).text(" ");
        html.element("code", held.fingerprint()).close().open("p");
        held.archive()
                .ifPresentOrElse(
                        hash ->
                                html.text(say(DeclarationText.ARCHIVE))
                                        .text(" ")
                                        .element("code", hash.hex()),
                        () -> html.text(say(DeclarationText.NO_ARCHIVE)));
        html.close();
        if (held.archive().isPresent()) {
            html.element("p", say(DeclarationText.CHECK_YOURSELF));
        }
    }
}
