// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// The whole of which a rule asks a part.
public enum Base {
    /// Everybody who may vote: the roll.
    ENTITLED,
    /// Those of them who have a credential, or are on the list for paper.
    ENROLLED,
    /// Those at the meeting, voting or not.
    PRESENT,
    /// The ballots that were cast; blank and spoilt ones only where the rule says so.
    CAST,
    /// Yes and no.
    VALID
}
