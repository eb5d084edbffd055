// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// What one further ballot does to a tally: it is added, or it replaces one that was counted.
///
/// @param yes how many yes more
/// @param no how many no more
/// @param other how many other answers more
/// @param blank how many without an answer more
record Move(int yes, int no, int other, int blank) {
    static final Move YES = new Move(1, 0, 0, 0);
    static final Move NO = new Move(0, 1, 0, 0);
    static final Move BLANK = new Move(0, 0, 0, 1);
    static final Move NO_TO_YES = new Move(1, -1, 0, 0);
    static final Move OTHER_TO_YES = new Move(1, 0, -1, 0);
    static final Move BLANK_TO_YES = new Move(1, 0, 0, -1);
    static final Move YES_TO_NO = new Move(-1, 1, 0, 0);
    static final Move BLANK_TO_NO = new Move(0, 1, 0, -1);
    static final Move YES_TO_BLANK = new Move(-1, 0, 0, 1);
    static final Move NO_TO_BLANK = new Move(0, -1, 0, 1);
    static final Move OTHER_TO_BLANK = new Move(0, 0, -1, 1);

    /// Whether it needs somebody who has not voted.
    boolean isAdded() {
        return yes + no + other + blank == 1;
    }

    /// How it changes the turnout.
    int turnout(Blank rule) {
        return yes + no + other + (rule.inTurnout() ? blank : 0);
    }
}
