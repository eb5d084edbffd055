// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

/// A piece of a text: UTF-16 units from `start` up to, not including, `end`. Never empty.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span");
        }
    }

    /// The piece of the given text.
    public String of(String text) {
        return text.substring(start, end);
    }
}
