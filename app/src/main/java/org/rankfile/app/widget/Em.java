// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.scene.layout.Region;

/// How many pixels an em is where this is put: for widths that grow with the text and that style
/// sheets cannot set. Is not seen and takes no room.
public final class Em extends Region {
    public Em() {
        getStyleClass().add("em");
        setManaged(false);
        setVisible(false);
    }

    /// The width of so many em, in pixels; negative before the style sheets are known.
    public double pixels(double ems) {
        return getPrefWidth() * ems;
    }

    /// Runs this whenever the size of the text changes.
    public void onChange(Runnable task) {
        prefWidthProperty().subscribe(task);
    }
}
