// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The project's own drawings, on a grid of 16 by 16. They take the colour of the text, and always
/// stand beside a word: none of them has a meaning of its own.
public enum Icon {
    PEOPLE(
            "M5.5 2a3 3 0 1 1 0 6a3 3 0 0 1 0-6z M0 14c0-3 2.4-5 5.5-5s5.5 2 5.5 5z"
                    + " M11 3a2.5 2.5 0 1 1 0 5z M12 9.3c2.4.3 4 2 4 4.7h-3.500z"),
    CASE("M3 1h7l3 3v11h-10z M5 6v1.500h6v-1.500z M5 9v1.500h6v-1.500z M5 12v1.500h4v-1.500z"),
    BALLOT("M2 1h12v5h-12z M4 3v1h8v-1z M0 7h16v8h-16z M4 9v1.500h8v-1.500z"),
    DEVICES("M1 2h14v9h-14z M2.500 3.500v6h11v-6z M0 12h16v2h-16z"),
    SHIELD(
            "M8 0l6 2v5c0 4.500-2.500 7.500-6 9c-3.500-1.500-6-4.500-6-9v-5z M7 11l5-5l-1-1l-4"
                    + " 4l-2-2l-1 1z"),
    SLIDERS(
            "M1 3h6v2h-6z M11 3h4v2h-4z M7.500 1.500h3v5h-3z M1 11h3v2h-3z M8 11h7v2h-7z"
                    + " M4.500 9.500h3v5h-3z"),
    KEYS(
            "M0 3h16v10h-16z M1.500 4.500v7h13v-7z M3 6h2v2h-2z M6.500 6h2v2h-2z M10 6h2v2h-2z M4"
                    + " 9h8v1.500h-8z"),
    LOCK("M4 7v-2.500a4 4 0 0 1 8 0v2.500h1.500v8h-11v-8z M6 7h4v-2.500a2 2 0 0 0-4 0z"),
    SEARCH(
            "M6.500 1a5.500 5.500 0 0 1 4.400 8.800l4 4l-1.400 1.400l-4-4a5.500 5.500 0 1"
                    + " 1-3-10.200z M6.500 3a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7z"),
    PLUS("M7 2h2v5h5v2h-5v5h-2v-5h-5v-2h5z"),
    WARNING("M8 1l7.500 14h-15z M7.200 6v4.500h1.600v-4.500z M7.200 11.800v1.700h1.600v-1.700z"),
    CLOCK(
            "M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14z M8 2.800a5.200 5.200 0 1 0 0 10.400a5.200 5.200 0"
                    + " 0 0 0-10.400z M7.200 4.500h1.600v3.200l2.500 1.500l-.8 1.300l-3.300-2z"),
    CALENDAR("M1 3h3v-2h2v2h4v-2h2v2h3v12h-14z M2.500 6.500v7h11v-7z M4 8h3v3h-3z"),
    DASH("M4 7h8v2h-8z"),
    CHECK("M2 8.500l1.500-1.500l3 3l6.500-6.500l1.500 1.500l-8 8z"),
    BACK("M9.500 2l1.500 1.500l-4.500 4.500l4.500 4.500l-1.500 1.500l-6-6z"),
    IN("M7 1h2v7h3l-4 4l-4-4h3z M1 11h2v2.500h10v-2.500h2v4.500h-14z"),
    OUT("M8 1l4 4h-3v7h-2v-7h-3z M1 11h2v2.500h10v-2.500h2v4.500h-14z"),
    LINKED(
            "M1 8a4 4 0 0 1 4-4h2v2h-2a2 2 0 0 0 0 4h2v2h-2a4 4 0 0 1-4-4z M5 7h6v2h-6z"
                    + " M9 4h2a4 4 0 0 1 0 8h-2v-2h2a2 2 0 0 0 0-4h-2z"),
    APART(
            "M1 8a4 4 0 0 1 4-4h1v2h-1a2 2 0 0 0 0 4h1v2h-1a4 4 0 0 1-4-4z"
                    + " M10 4h1a4 4 0 0 1 0 8h-1v-2h1a2 2 0 0 0 0-4h-1z"),
    EYE(
            "M8 3c3.500 0 6 2.300 7.500 5c-1.500 2.700-4 5-7.500 5s-6-2.300-7.500-5c1.500-2.700 4-5"
                    + " 7.500-5z M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6z"),
    INFO("M8 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14z M7 4v2h2v-2z M7 7v5h2v-5z"),
    UNDO("M6 2v3h4a4.500 4.500 0 0 1 0 9h-5v-2h5a2.500 2.500 0 0 0 0-5h-4v3l-5-4z"),
    FORK("M3 1h2v5l3 3l3-3v-5h2v6l-4 4v4h-2v-4l-4-4z");

    /// Two specks in opposite corners: a region stretches its shape to its size, and with them all
    /// shapes have the same size.
    private static final String CORNERS = "M0 0h.02v.02h-.02z M16 16h-.02v-.02h.02z ";

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// A fresh node of it.
    public Region node() {
        SVGPath shape = new SVGPath();
        shape.setContent(CORNERS + path);
        shape.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
        Region region = new Region();
        region.setShape(shape);
        region.getStyleClass().add("icon");
        region.setMouseTransparent(true);
        return region;
    }
}
