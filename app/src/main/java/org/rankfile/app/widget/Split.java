// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// Two things beside each other; below each other, each with room enough, where there is too little
/// width for text of the chosen size.
public final class Split extends StackPane {
    private static final double NEEDED_EMS = 54;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final SplitPane pane;
    private final Em em = new Em();

    /// @param share of the first, from 0 to 1
    public Split(Node first, Node second, double share) {
        pane = new SplitPane(first, second);
        pane.setDividerPositions(share);
        getStyleClass().add("split");
        getChildren().addAll(em, pane);
        widthProperty().subscribe(this::arrange);
        em.onChange(this::arrange);
    }

    private void arrange() {
        boolean narrow = getWidth() < em.pixels(NEEDED_EMS);
        pane.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        pseudoClassStateChanged(NARROW, narrow);
    }
}
