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
    private final double share;
    private final Em em = new Em();
    private boolean arranged;

    /// @param share of the first, from 0 to 1
    public Split(Node first, Node second, double share) {
        this.share = share;
        pane = new SplitPane(first, second);
        getStyleClass().add("split");
        getChildren().addAll(em, pane);
        widthProperty().subscribe(this::arrange);
        em.onChange(this::arrange);
    }

    private void arrange() {
        boolean narrow = getWidth() < em.pixels(NEEDED_EMS);
        Orientation wanted = narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (getWidth() > 0 && (!arranged || pane.getOrientation() != wanted)) {
            arranged = true;
            pane.setOrientation(wanted);
            // A place that was found in the other orientation, or without any room, is worth
            // nothing.
            pane.setDividerPositions(share);
            pseudoClassStateChanged(NARROW, narrow);
        }
    }
}
