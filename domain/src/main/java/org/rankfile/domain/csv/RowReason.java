// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

/// Why a row of a file was refused.
public enum RowReason {
    /// A quotation mark in the middle of a cell that is not quoted, or text after a closing one.
    STRAY_QUOTE,
    /// A quotation mark that nothing closes.
    UNCLOSED_QUOTE,
    /// Longer than a row may be.
    ROW_TOO_LONG,
    /// A character that no text has (NUL).
    NOT_TEXT,
    /// More cells than the header has columns.
    TOO_MANY_CELLS,
    /// Neither a name nor a number.
    NAMELESS,
    /// A number that an earlier row of the same file has; the argument is that row's line.
    DUPLICATE_IN_FILE,
    /// A value that its column cannot hold; the argument is the column.
    BAD_VALUE,
    /// A text longer than a field may be; the argument is the column.
    TOO_LONG,
    /// Its numbers belong to different workers.
    IDS_DISAGREE
}
