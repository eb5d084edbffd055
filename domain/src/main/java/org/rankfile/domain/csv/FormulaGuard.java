// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

/// Keeps spreadsheets from running a cell's text as a formula: an apostrophe goes before it on the
/// way out and is taken away on the way in. What is exported comes back as it was.
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /// The text as it goes into a file.
    public static String guard(String text) {
        return risky(text) ? "'" + text : text;
    }

    /// The text of a cell of a file.
    public static String unguard(String cell) {
        return cell.startsWith("'") && risky(cell) ? cell.substring(1) : cell;
    }

    /// Whether a formula follows, after any number of apostrophes.
    private static boolean risky(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
