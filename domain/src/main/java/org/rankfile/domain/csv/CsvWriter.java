// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import java.util.List;

/// Writes RFC 4180 with commas and CRLF; no cell is a formula ([FormulaGuard]).
public final class CsvWriter {
    private final StringBuilder out = new StringBuilder();

    /// Adds a row.
    public CsvWriter row(List<String> cells) {
        String separator = "";
        for (String cell : cells) {
            out.append(separator);
            cell(FormulaGuard.guard(cell));
            separator = ",";
        }
        out.append("\r\n");
        return this;
    }

    /// The file's text.
    ///
    /// @param mark whether to begin with a byte-order mark, which some spreadsheets want
    public String text(boolean mark) {
        return mark ? "\uFEFF" + out : out.toString();
    }

    private void cell(String text) {
        boolean quote =
                text.chars()
                                .anyMatch(c ->
                                        c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';'
                                                || c == '\t')
                        || !text.equals(text.strip());
        if (quote) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }
}
