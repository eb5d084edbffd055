// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads RFC 4180, strictly, with any one-character delimiter and CRLF, LF or CR. A broken row is
/// refused by itself: reading goes on with the next line. Empty lines are passed over.
///
/// No character is read much more than twice: an open quotation mark is closed by the next one.
public final class CsvReader {
    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;

    /// Reads a text from its start.
    public CsvReader(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /// The next row; empty at the end.
    public Optional<CsvRow> next() {
        while (at < text.length() && lineEnd(text.charAt(at))) {
            newLine();
        }
        return at == text.length() ? Optional.empty() : Optional.of(row());
    }

    private CsvRow row() {
        int start = at;
        int startLine = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            RowReason refused =
                    at < text.length() && text.charAt(at) == '"'
                            ? quoted(start, cells)
                            : plain(start, cells);
            if (refused == null && cells.size() > Limits.ROW_CELLS) {
                refused = RowReason.TOO_MANY_CELLS;
            }
            if (refused != null) {
                return refuse(start, startLine, refused);
            }
            if (at == text.length()) {
                return new CsvRow.Cells(startLine, cells);
            }
            if (lineEnd(text.charAt(at))) {
                newLine();
                return new CsvRow.Cells(startLine, cells);
            }
            at++;
        }
    }

    private @Nullable RowReason plain(int start, List<String> cells) {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == delimiter || lineEnd(c)) {
                break;
            }
            if (c == '"') {
                return RowReason.STRAY_QUOTE;
            }
            if (notText(c)) {
                return RowReason.NOT_TEXT;
            }
            at++;
            if (at - start > Limits.ROW_CHARS) {
                return RowReason.ROW_TOO_LONG;
            }
        }
        cells.add(text.substring(from, at));
        return null;
    }

    private @Nullable RowReason quoted(int start, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (notText(c)) {
                return RowReason.NOT_TEXT;
            }
            if (c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    cells.add(cell.toString());
                    return afterQuote();
                }
            } else if (c == '\n' || (c == '\r' && !followedByLineFeed())) {
                line++;
            }
            cell.append(c);
            at++;
            if (at - start > Limits.ROW_CHARS) {
                return RowReason.ROW_TOO_LONG;
            }
        }
        return RowReason.UNCLOSED_QUOTE;
    }

    private @Nullable RowReason afterQuote() {
        boolean ends =
                at == text.length() || text.charAt(at) == delimiter || lineEnd(text.charAt(at));
        return ends ? null : RowReason.STRAY_QUOTE;
    }

    /// Goes on after the line on which the broken row starts, so that one open quotation mark does
    /// not swallow the file.
    private CsvRow refuse(int start, int startLine, RowReason reason) {
        at = start;
        line = startLine;
        while (at < text.length() && !lineEnd(text.charAt(at))) {
            at++;
        }
        if (at < text.length()) {
            newLine();
        }
        return new CsvRow.Refused(startLine, reason);
    }

    private void newLine() {
        at += followedByLineFeed() && text.charAt(at) == '\r' ? 2 : 1;
        line++;
    }

    private boolean followedByLineFeed() {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    private static boolean notText(char c) {
        return c == 0 || c == Decoded.REPLACED;
    }

    private static boolean lineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
