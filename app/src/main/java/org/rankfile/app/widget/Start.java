// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The frame of the screens before a home is open: one column in the middle of the window.
public final class Start extends StackPane {
    private static final double CORNER = 16;

    private final VBox column = new VBox();

    public Start(String title, String subtitle) {
        getStyleClass().add("start");
        column.getStyleClass().add("start-column");
        Label mark = new Label("Rank & File");
        mark.setMnemonicParsing(false);
        mark.getStyleClass().add("wordmark");
        column.getChildren().addAll(mark, Parts.title(title));
        if (!subtitle.isEmpty()) {
            column.getChildren().add(Parts.body(subtitle));
        }
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("start-middle");
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        getChildren().add(Parts.scrolling(middle));
    }

    /// Puts something into the upper corner.
    public void corner(Node node) {
        StackPane.setAlignment(node, Pos.TOP_RIGHT);
        StackPane.setMargin(node, new Insets(CORNER));
        getChildren().add(node);
    }

    /// Puts the focus on the first field or button of the column, once this is in the window.
    public void focusFirst() {
        // What scrolls has its content only once it is styled.
        applyCss();
        first(column).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> first(Node node) {
        if (node instanceof Control && node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Pane pane
                ? pane.getChildren().stream().flatMap(each -> first(each).stream()).findFirst()
                : Optional.empty();
    }

    /// Adds to the column.
    public Start with(Node... nodes) {
        column.getChildren().addAll(nodes);
        return this;
    }
}
