// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

/// How much is measured.
///
/// @param workers imported
/// @param ops of one event and 500 bytes
/// @param more ops written while a peer is away
/// @param words of the text that is summarised
/// @param ballots of one election
/// @param runs after the warm-up, whose median is told
/// @param judged whether the targets are told: they are for [#FULL] only
record Sizes(int workers, int ops, int more, int words, int ballots, int runs, boolean judged) {
    static final Sizes FULL = new Sizes(10_000, 10_000, 1_000, 700, 1_000, 5, true);
    static final Sizes QUICK = new Sizes(40, 60, 10, 100, 4, 1, false);
}
