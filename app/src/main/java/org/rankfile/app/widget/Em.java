// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

import java.util.List;

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

    /// Keeps the columns of a table at least so wide, in em.
    public void widths(TableView<?> table, List<Double> ems) {
        onChange(() -> {
            for (int i = 0; i < ems.size(); i++) {
                double least = Math.max(0, pixels(ems.get(i)));
                table.getColumns().get(i).setMinWidth(least);
                table.getColumns().get(i).setPrefWidth(least);
            }
        });
    }

    /// Runs this whenever the size of the text changes.
    public void onChange(Runnable task) {
        prefWidthProperty().subscribe(task);
    }
}
