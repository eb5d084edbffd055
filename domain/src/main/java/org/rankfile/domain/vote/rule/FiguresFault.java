// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// Why figures cannot be, or cannot be judged by these rules.
public enum FiguresFault {
    /// There is no unit, or there are too many.
    UNITS,
    /// Two units have one name.
    UNIT_TWICE,
    /// A number is negative, or beyond the limit.
    NUMBER,
    /// More are enrolled than entitled.
    ENROLLED_ABOVE_ENTITLED,
    /// More were present than entitled.
    PRESENT_ABOVE_ENTITLED,
    /// More ballots than enrolled.
    CAST_ABOVE_ENROLLED,
    /// More ballots than people present.
    CAST_ABOVE_PRESENT,
    /// A rule asks for those present, and a unit does not say how many.
    PRESENT_MISSING,
    /// There is no question, or units have different numbers of them.
    QUESTIONS,
    /// Units have different numbers of answers to one question, or to be chosen in it.
    ANSWERS,
    /// The answers, blank and spoilt ones cannot be those of so many ballots.
    SUM,
    /// A question has no rule.
    QUESTION_WITHOUT_RULE,
    /// A rule is for a question that there is not.
    RULE_WITHOUT_QUESTION,
    /// A rule names an answer that there is not.
    ANSWER_MISSING,
    /// So few ballots that the figures would tell how people voted.
    UNIT_TOO_SMALL
}
