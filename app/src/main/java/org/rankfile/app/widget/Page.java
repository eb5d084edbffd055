// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The frame of a screen: perhaps a way back, a title with a line below it, actions, the content.
public final class Page extends BorderPane {
    private static final double WRAP_PIXELS = 760;
    private static final double BESIDE_EMS = 42;

    private final Em em = new Em();
    private final VBox top;
    private final HBox line;
    private final VBox words;
    private final Label heading;

    public Page(String title) {
        getStyleClass().add("page");
        heading = Parts.title(title);
        words = new VBox(heading);
        words.getStyleClass().add("page-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(words);
        line.getStyleClass().add("page-line");
        top = Parts.column(line);
        top.getStyleClass().add("page-top");
        setTop(top);
        getChildren().add(em);
    }

    /// Another title.
    public void title(String title) {
        heading.setText(title);
    }

    /// A line below the title.
    public Page saying(Label subtitle) {
        subtitle.getStyleClass().add("quiet");
        subtitle.setWrapText(true);
        words.getChildren().add(subtitle);
        return this;
    }

    /// A way back.
    public Page back(String text, Runnable action) {
        Button back = Parts.button(Icon.BACK, text, action);
        back.getStyleClass().addAll("flat", "back");
        back.setCancelButton(true);
        back.setId("page-back");
        top.getChildren().addFirst(back);
        return this;
    }

    /// What can be done here.
    public Page actions(Node... actions) {
        FlowPane row = Parts.row(actions);
        row.setPrefWrapLength(WRAP_PIXELS);
        row.getStyleClass().add("page-actions");
        widthProperty().subscribe(() -> place(row));
        em.onChange(() -> place(row));
        return this;
    }

    /// Beside the title; below it where there is no room for both.
    private void place(FlowPane actions) {
        boolean beside = getWidth() >= em.pixels(BESIDE_EMS);
        if (beside && !line.getChildren().contains(actions)) {
            top.getChildren().remove(actions);
            line.getChildren().add(actions);
        } else if (!beside && !top.getChildren().contains(actions)) {
            line.getChildren().remove(actions);
            top.getChildren().add(top.getChildren().indexOf(line) + 1, actions);
        }
        actions.setAlignment(beside ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    }

    /// Something between the title and the content.
    public Page above(Node... nodes) {
        top.getChildren().addAll(nodes);
        return this;
    }

    /// The content, which takes the room that is left; where that is too little, all of the page
    /// scrolls.
    public Page filled(Node content) {
        ScrollPane all = Parts.scrolling(new BorderPane(content, top, null, null, null));
        all.setFitToHeight(true);
        setCenter(all);
        return this;
    }

    /// The content, which scrolls.
    public Page scrolled(Node content) {
        setCenter(Parts.scrolling(content));
        return this;
    }
}
