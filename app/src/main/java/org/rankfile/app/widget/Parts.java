// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The small nodes that screens are made of, in the program's one style.
public final class Parts {
    private Parts() {}

    /// A heading of a page.
    public static Label title(String text) {
        Label label = styled(text, "page-title");
        label.setAccessibleRole(AccessibleRole.TEXT);
        return label;
    }

    /// A heading within a page.
    public static Label heading(String text) {
        return styled(text, "heading");
    }

    /// A paragraph.
    public static Label body(String text) {
        return styled(text, "body");
    }

    /// A paragraph of less weight.
    public static Label quiet(String text) {
        return styled(text, "quiet");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A button.
    public static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(true);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button with a drawing.
    public static Button button(Icon icon, String text, Runnable action) {
        Button button = button(text, action);
        button.setGraphic(icon.node());
        return button;
    }

    /// Marks a button as the one that people most likely want.
    public static Button main(Button button) {
        button.getStyleClass().add("accent");
        return button;
    }

    /// Things next to each other that wrap where there is no room.
    public static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Things below each other.
    public static VBox column(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("column");
        return column;
    }

    /// A framed group.
    public static VBox card(Node... nodes) {
        VBox card = column(nodes);
        card.getStyleClass().add("card");
        return card;
    }

    /// A drawing beside something.
    public static HBox beside(Icon icon, Node node) {
        HBox box = new HBox(icon.node(), node);
        box.getStyleClass().add("beside");
        box.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(node, Priority.ALWAYS);
        return box;
    }

    /// Something that takes the room, and something small at its end.
    public static HBox ends(Region wide, Node small) {
        wide.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(wide, small);
        box.getStyleClass().add("beside");
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(wide, Priority.ALWAYS);
        return box;
    }

    /// A text of several lines, in which Tab goes on to the next field.
    public static TextArea area(int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                        area.requestFocusTraversal(
                                event.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                        event.consume();
                    }
                });
        return area;
    }

    /// Something that scrolls up and down.
    public static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("page-scroll");
        pane.setFocusTraversable(false);
        return pane;
    }

    /// Puts the focus on a part of what was just put into the window.
    public static void focus(Parent shown, String id) {
        // What scrolls has its content only once it is styled.
        shown.applyCss();
        Node part = shown.lookup("#" + id);
        if (part != null) {
            part.requestFocus();
        }
    }

    /// Replaces what is in a group; the focus stays on the part of the same name, if it was there.
    public static void replace(Pane group, List<Node> parts) {
        Node owner = group.getScene() == null ? null : group.getScene().getFocusOwner();
        Node at = owner;
        while (at != null && !at.equals(group)) {
            at = at.getParent();
        }
        group.getChildren().setAll(parts);
        if (at != null && owner != null && owner.getId() != null) {
            focus(group, owner.getId());
        }
    }

    /// Shows a node, or takes it out of the layout.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
