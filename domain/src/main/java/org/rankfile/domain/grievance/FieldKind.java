// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

/// What a grievance's field holds.
public enum FieldKind {
    /// A short text.
    TEXT,
    /// A text of some length.
    LONG_TEXT,
    /// A date as `2026-11-23`.
    DATE,
    /// One of a few words.
    WORD,
    /// Any number of short texts.
    SET,
    /// A [NextDeadline].
    DEADLINE
}
