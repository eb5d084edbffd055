// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// The figures of one question, in one unit or in all together.
///
/// @param roll of the unit, or added up
/// @param yes ballots for it
/// @param no ballots against it
/// @param other ballots for an answer that is neither
/// @param blank ballots without an answer, spoilt ones included
public record Tally(Roll roll, long yes, long no, long other, long blank) {
    /// How many ballots count as turnout.
    long turnout(Blank rule) {
        return yes + no + other + (rule.inTurnout() ? blank : 0);
    }

    /// A base.
    long whole(Base of, Blank rule) {
        return switch (of) {
            case ENTITLED -> roll.entitled();
            case ENROLLED -> roll.enrolled();
            case PRESENT -> roll.present().orElse(0);
            case CAST -> yes + no + other + (rule.inCast() ? blank : 0);
            case VALID -> yes + no;
        };
    }

    /// The figures after ballots were added or replaced.
    Tally after(Move move, long times) {
        return new Tally(
                roll,
                yes + times * move.yes(),
                no + times * move.no(),
                other + times * move.other(),
                blank + times * move.blank());
    }
}
