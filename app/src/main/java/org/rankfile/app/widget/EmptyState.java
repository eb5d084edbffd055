// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a screen shows while it has nothing to show: what will be here, and how to begin.
public final class EmptyState extends VBox {
    public EmptyState(Icon icon, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Region drawing = icon.node();
        drawing.getStyleClass().add("icon-large");
        Label words = Parts.body(text);
        words.getStyleClass().add("centered");
        Label heading = Parts.heading(title);
        heading.getStyleClass().add("centered");
        FlowPane row = Parts.row(actions);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(drawing, heading, words, row);
    }
}
