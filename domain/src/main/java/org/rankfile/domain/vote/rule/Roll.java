// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.OptionalLong;

/// Who could vote in one unit, and how many did.
///
/// @param unit its name; one unit may be called anything
/// @param entitled the roll
/// @param enrolled those of them who could cast a ballot
/// @param present those at the meeting, where it was one
/// @param cast the ballots, one of each voter, blank and spoilt ones included
public record Roll(String unit, long entitled, long enrolled, OptionalLong present, long cast) {
    /// The most ballots that there can be.
    long most() {
        return Math.min(enrolled, present.orElse(enrolled));
    }
}
