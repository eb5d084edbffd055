// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// How several workplaces are counted.
public enum Units {
    /// As one: their figures are added up.
    TOGETHER,
    /// Each by itself: what is asked passes where every one of them passes, and each is told.
    EACH
}
