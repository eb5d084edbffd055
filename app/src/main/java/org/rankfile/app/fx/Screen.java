// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import javafx.scene.Parent;

/// One place in the window of an open home. Window's thread.
public interface Screen {
    /// What is shown; always the same node.
    Parent node();

    /// It comes into view.
    default void shown() {}

    /// Somebody wants to search here.
    default void find() {}

    /// Somebody wants to make something new here.
    default void create() {}
}
