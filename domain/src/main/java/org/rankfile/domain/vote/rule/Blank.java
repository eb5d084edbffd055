// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// What a ballot without an answer counts toward. A spoilt paper is treated alike.
///
/// @param inTurnout whether it counts as having voted
/// @param inCast whether it is part of [Base#CAST]
public record Blank(boolean inTurnout, boolean inCast) {}
