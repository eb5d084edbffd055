// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// What as many yes as no means.
public enum Tie {
    /// It does not pass, whatever else holds.
    FAILS,
    /// The conditions alone decide.
    COUNTS
}
