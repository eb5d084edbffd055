// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.scene.Scene;

/// Binds the shortcuts to what they do. None does anything while no home is open.
final class Accelerators {
    private final DesktopWindow window;

    Accelerators(DesktopWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        for (Shortcut shortcut : Shortcut.values()) {
            scene.getAccelerators().put(shortcut.keys(), () -> run(shortcut));
        }
    }

    private void run(Shortcut shortcut) {
        MainView view = window.view();
        if (view == null) {
            return;
        }
        Place place = shortcut.place();
        if (place != null) {
            view.go(place);
            return;
        }
        switch (shortcut) {
            case CREATE -> view.screen().create();
            case FIND -> view.screen().find();
            case UNDO -> view.undo();
            case LOCK -> window.lock(ShellText.LOCKED_BY_HAND);
            default -> throw new IllegalStateException("a shortcut that leads nowhere");
        }
    }
}
