// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

/// Why a file as a whole cannot be read.
public enum FileFault {
    /// Nothing in it.
    EMPTY,
    /// Larger than a file may be.
    TOO_LARGE,
    /// No column whose heading is known: not a list of members, or no header row.
    NO_KNOWN_COLUMN,
    /// More columns than a file may have.
    TOO_MANY_COLUMNS,
    /// More rows than a file may have.
    TOO_MANY_ROWS,
    /// So many rows are broken that this is no such file.
    TOO_MANY_REFUSED,
    /// Its first row cannot be read.
    BROKEN_HEADER,
    /// It is a spreadsheet or another binary file, not CSV.
    NOT_TEXT
}
