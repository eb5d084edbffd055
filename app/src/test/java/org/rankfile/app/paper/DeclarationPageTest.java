// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.Asked;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.Held;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.Returns;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.Roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a declaration of result says, and that it is nothing but text (RULE-11).
class DeclarationPageTest {
    private static final Hash ARCHIVE = Hash.sha256Plain("archive".getBytes(UTF_8));
    private static final String EVIL = "<script>alert(1)</script>\" onload='x' &amp; \u202eevil";

    private static Held held(String text, boolean rehearsal) {
        return new Held(
                text,
                List.of(new Asked(text, List.of("Yes", "No"))),
                LocalDate.of(2026, 11, 25),
                rehearsal,
                "fingerprint",
                Optional.of(ARCHIVE));
    }

    private static Returns counted(long yes, long no, Late late) {
        Roll north = new Roll("North", 1_000, 900, OptionalLong.empty(), yes + no + 3);
        Roll south = new Roll("South", 201, 201, OptionalLong.empty(), 100);
        return new Returns.Counted(
                new Figures(
                        List.of(
                                new UnitFigures(north, List.of(new Count(2, 1, List.of(yes, no)))),
                                new UnitFigures(
                                        south, List.of(new Count(0, 0, List.of(60L, 40L)))))),
                late);
    }

    private static Declaration declaration(Preset preset, Returns returns) {
        return new Declaration(
                held("Strike?", false), preset.rules(), returns, List.of("Ana R.", "B. Obi"));
    }

    private static String english(Declaration declaration) {
        return DeclarationPage.html(declaration, Texts.in(Language.EN));
    }

    @Test
    @DisplayName("RULE-11: of papers it says how they were counted, and nothing of an election")
    void saysHowPapersWereCounted() {
        Held papers =
                new Held(
                        "Strike?",
                        List.of(new Asked("Strike?", List.of("Yes", "No"))),
                        LocalDate.of(2026, 11, 25),
                        false,
                        "",
                        Optional.empty());
        String page =
                english(
                        new Declaration(
                                papers,
                                Preset.SIMPLE_MAJORITY.rules(),
                                counted(450, 48, new Late(0, false)),
                                List.of("Ana R.")));
        assertThat(page)
                .contains("This was a count of papers", "Keep them, sealed", "Outcome: PASS")
                .doesNotContain("Fingerprint", "archive", "registrars");
    }

    @Test
    @DisplayName("RULE-12: says what yes and no are where several answers could be chosen")
    void saysWhatYesIsOfSeveralAnswers() {
        Roll roll = new Roll("", 100, 90, OptionalLong.empty(), 50);
        Count several = new Count(5, 0, List.of(30L, 40L), 1, 2);
        Declaration declaration =
                declaration(
                        Preset.SIMPLE_MAJORITY,
                        new Returns.Counted(
                                new Figures(List.of(new UnitFigures(roll, List.of(several)))),
                                new Late(0, false)));
        assertThat(english(declaration))
                .contains("A ballot could choose several answers")
                .contains("30 of 45")
                .contains("Outcome: PASS");
        assertThat(
                        english(
                                declaration(
                                        Preset.SIMPLE_MAJORITY,
                                        counted(450, 48, new Late(0, false)))))
                .doesNotContain("several answers");
    }

    @Test
    void saysRuleFiguresAndOutcome() {
        Declaration declaration =
                declaration(Preset.UK_HALF_TURNOUT, counted(450, 48, new Late(0, false)));
        assertThat(english(declaration))
                .contains("<td>1,000</td>\n<td>900</td>")
                .contains("Turnout: at least 1/2 of those entitled")
                .contains("601 of 1,201 (50.04 %)")
                .contains("Yes: more than 1/2 of yes and no together")
                .contains("510 of 598")
                .contains("Outcome: PASS")
                .contains("Blank")
                .contains("Spoilt")
                .contains("Ana R.")
                .contains(ARCHIVE.hex())
                .contains(declaration.rules().reference())
                .contains("CHECK: from a list of examples")
                .contains("not legal advice")
                .contains("Nov 24, 2027")
                .doesNotContain("REHEARSAL", "DISPUTED", "UNDECRYPTABLE");
    }

    @Test
    void aTurnoutJustShortIsNotRoundedToWhatIsNeeded() {
        Declaration declaration =
                declaration(Preset.UK_HALF_TURNOUT, counted(450, 47, new Late(0, false)));
        assertThat(english(declaration)).contains("600 of 1,201 (49.95 %)").contains("FAIL");
    }

    @Test
    void lateBallotsThatCouldTurnItAreADispute() {
        Returns returns = counted(450, 48, new Late(2, false));
        assertThat(english(declaration(Preset.UK_HALF_TURNOUT, returns)))
                .doesNotContain("DISPUTED");
        Returns near = counted(450, 47, new Late(2, false));
        assertThat(english(declaration(Preset.UK_HALF_TURNOUT, near)))
                .contains("DISPUTED")
                .contains("2 ballots were");
    }

    @Test
    void withoutEnoughTellersThereAreNoAnswersToTell() {
        Roll roll = new Roll("", 40, 40, OptionalLong.empty(), 30);
        String page =
                english(
                        declaration(
                                Preset.SIMPLE_MAJORITY, new Returns.Undecryptable(List.of(roll))));
        assertThat(page).contains("UNDECRYPTABLE").contains("30").doesNotContain("Outcome:");
    }

    @Test
    void aRehearsalSaysSoAtBothEnds() {
        Declaration rehearsal =
                new Declaration(
                        held("Try", true),
                        Preset.SIMPLE_MAJORITY.rules(),
                        counted(10, 5, new Late(0, false)),
                        List.of());
        assertThat(english(rehearsal).split("REHEARSAL – NOT A BALLOT", -1)).hasSize(3);
        assertThat(DeclarationPage.html(rehearsal, Texts.in(Language.ES)))
                .contains("ENSAYO")
                .contains("<html lang=\"es\">");
    }

    @Test
    void whatPeopleWroteIsTextAndNothingElse() {
        Declaration declaration =
                new Declaration(
                        held(EVIL, false),
                        Preset.SIMPLE_MAJORITY.rules(),
                        counted(10, 5, new Late(0, false)),
                        List.of(EVIL));
        String page = english(declaration);
        assertThat(page)
                .doesNotContain("<script", "\u202e", "onload='")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;")
                .contains("default-src &#39;none&#39;")
                .doesNotContain("http:", "https:", "src=", "href=");
    }

    @Test
    void everyPresetIsSaidInBothLanguages() {
        Roll roll = new Roll("", 100, 100, OptionalLong.of(90), 80);
        Returns returns =
                new Returns.Counted(
                        new Figures(
                                List.of(
                                        new UnitFigures(
                                                roll,
                                                List.of(new Count(0, 0, List.of(40L, 40L)))))),
                        new Late(0, true));
        for (Preset preset : Preset.values()) {
            for (Language language : Language.values()) {
                assertThat(DeclarationPage.html(declaration(preset, returns), Texts.in(language)))
                        .endsWith("</html>\n")
                        .doesNotContain("{0", "{1");
            }
        }
    }
}
