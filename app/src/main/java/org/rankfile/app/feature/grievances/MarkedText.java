// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/// A text of which some spans are marked: with a coloured ground, and underlined for those who do
/// not tell the colour.
final class MarkedText extends TextFlow {
    private final List<Span> spans = new ArrayList<>();
    private final List<Path> grounds = new ArrayList<>();

    /// A marked piece.
    ///
    /// @param start first UTF-16 unit
    /// @param end one past the last
    record Span(int start, int end) {}

    MarkedText() {
        getStyleClass().add("marked-text");
    }

    /// Shows a text with its marks, which are in order and do not overlap.
    void show(String text, List<Span> marked) {
        spans.clear();
        spans.addAll(marked);
        getChildren().clear();
        grounds.clear();
        int at = 0;
        for (Span span : marked) {
            add(text.substring(at, span.start()), false);
            add(text.substring(span.start(), span.end()), true);
            at = span.end();
            Path ground = new Path();
            ground.setManaged(false);
            ground.getStyleClass().add("mark");
            grounds.add(ground);
        }
        add(text.substring(at), false);
        getChildren().addAll(0, grounds);
        setAccessibleText(text);
        requestLayout();
    }

    private void add(String piece, boolean marked) {
        if (!piece.isEmpty()) {
            Text node = new Text(piece);
            node.getStyleClass().add("text");
            node.setUnderline(marked);
            getChildren().add(node);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (int i = 0; i < grounds.size(); i++) {
            Span span = spans.get(i);
            grounds.get(i).getElements().setAll(getRangeShape(span.start(), span.end(), false));
        }
    }
}
