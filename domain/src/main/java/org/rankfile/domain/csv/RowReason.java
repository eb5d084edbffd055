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
    /// A character that no text has (NUL), or bytes without a meaning in the file's encoding.
    NOT_TEXT,
    /// More cells than the header has columns.
    TOO_MANY_CELLS,
    /// Neither a name nor a number.
    NAMELESS,
    /// An earlier row of the same file is about the same worker; the argument is that row's line.
    DUPLICATE_IN_FILE,
    /// A value that its column cannot hold; the argument is the column.
    BAD_VALUE,
    /// A date that could be two: nothing in the file says whether day or month comes first; the
    /// argument is the column.
    AMBIGUOUS_DATE,
    /// A text longer than a field may be; the argument is the column.
    TOO_LONG,
    /// Its numbers belong to different workers, or its number to more than one.
    IDS_DISAGREE
}
