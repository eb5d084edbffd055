// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.paper;

import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.ResultState;
import org.rankfile.domain.vote.rule.Blank;
import org.rankfile.domain.vote.rule.Check;
import org.rankfile.domain.vote.rule.Condition;
import org.rankfile.domain.vote.rule.Condition.Comparison;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Margin;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// Rules, and what they say, in words.
public final class RuleWords {
    private static final long HUNDREDTHS = 10_000;

    private final Texts texts;

    /// Words in the language of these texts.
    public RuleWords(Texts texts) {
        this.texts = texts;
    }

    /// What a condition asks for.
    public String condition(Condition.Measure condition) {
        DeclarationText words =
                switch (condition) {
                    case Condition.Turnout turnout -> DeclarationText.TURNOUT_AT_LEAST;
                    case Condition.Share share ->
                            share.comparison() == Comparison.AT_LEAST
                                    ? DeclarationText.YES_AT_LEAST
                                    : DeclarationText.YES_MORE_THAN;
                };
        return texts.get(words, condition.fraction().toString(), texts.of(condition.of()));
    }

    /// Why a conditional rule chose as it did.
    public String chosen(Check.Measured when) {
        boolean reached = when.count() >= when.needed();
        return texts.get(
                reached ? DeclarationText.REACHED : DeclarationText.MISSED,
                condition(when.condition()),
                when.count(),
                when.needed());
    }

    /// What blank ballots count toward.
    public String blank(Blank blank) {
        if (blank.inTurnout()) {
            return texts.get(
                    blank.inCast() ? DeclarationText.BLANK_BOTH : DeclarationText.BLANK_TURNOUT);
        }
        return texts.get(
                blank.inCast() ? DeclarationText.BLANK_CAST : DeclarationText.BLANK_NEITHER);
    }

    /// How few further ballots could turn an outcome.
    public String margin(Margin margin) {
        OptionalLong added = margin.added();
        OptionalLong revoted = margin.revoted();
        String first =
                added.isPresent()
                        ? texts.get(DeclarationText.MARGIN, added.getAsLong())
                        : texts.get(DeclarationText.MARGIN_NONE);
        String second =
                revoted.isPresent()
                        ? texts.get(DeclarationText.MARGIN_REVOTED, revoted.getAsLong())
                        : texts.get(DeclarationText.MARGIN_REVOTED_NONE);
        return first + " " + second;
    }

    /// How final a result is.
    public String state(ResultState state) {
        return texts.get(
                switch (state) {
                    case DECIDED -> DeclarationText.STATE_DECIDED;
                    case DISPUTED -> DeclarationText.STATE_DISPUTED;
                    case UNDECRYPTABLE -> DeclarationText.STATE_UNDECRYPTABLE;
                });
    }

    /// How many ballots came too late.
    public String late(Late late) {
        return texts.get(DeclarationText.LATE, late.ballots());
    }

    /// A count and what it is a part of.
    public String part(long count, long whole) {
        return texts.get(DeclarationText.PART_OF, count, whole)
                + " ("
                + percent(count, whole)
                + ")";
    }

    /// What a decision is called where it is the outcome.
    public String outcome(Decision decision) {
        return texts.get(DeclarationText.OUTCOME, texts.of(decision));
    }

    /// A part in percent, rounded down: what is just short of a half is never shown as one.
    public String percent(long count, long whole) {
        return whole == 0
                ? texts.get(DeclarationText.NOBODY)
                : texts.get(
                        DeclarationText.PERCENT, BigDecimal.valueOf(count * HUNDREDTHS / whole, 2));
    }
}
