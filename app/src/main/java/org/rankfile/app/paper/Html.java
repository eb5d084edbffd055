// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.paper;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes a page of HTML. All text is escaped, whoever it is from.
final class Html {
    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element.
    ///
    /// @param attributes names and values in turn
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ').append(attributes[i]).append("=\"");
            page.append(escaped(attributes[i + 1])).append('"');
        }
        page.append('>');
        open.push(tag);
        return this;
    }

    /// Ends the element that was begun last.
    Html close() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /// Text.
    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /// An element with nothing but text.
    Html element(String tag, String text) {
        return open(tag).text(text).close();
    }

    /// An element without an end.
    Html single(String tag, String... attributes) {
        open(tag, attributes);
        open.pop();
        page.append('\n');
        return this;
    }

    /// A row of a table: a heading, then cells.
    Html row(String heading, String... cells) {
        open("tr").open("th", "scope", "row").text(heading).close();
        for (String cell : cells) {
            element("td", cell);
        }
        return close();
    }

    /// The page.
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("an element was not ended");
        }
        return page.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(isShown(c) ? c : '\ufffd');
                    }
                });
        return escaped.toString();
    }

    /// Not half characters, controls, or marks that turn the direction of what follows around.
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE, Character.FORMAT -> false;
            case Character.CONTROL -> character == '\n' || character == '\t';
            default -> true;
        };
    }
}
