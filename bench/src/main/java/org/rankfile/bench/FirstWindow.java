// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.stage.Window;

import org.rankfile.app.boot.Main;

/// The program as it is, in a process that says when its first window is there and then closes it.
public final class FirstWindow {
    private FirstWindow() {}

    /// Runs the program; it prints one line when its first window has been drawn once.
    public static void main(String[] arguments) {
        ObservableList<Window> windows = Window.getWindows();
        windows.addListener(
                (ListChangeListener<Window>)
                        change -> {
                            if (change.next() && change.wasAdded()) {
                                Window window = change.getAddedSubList().getFirst();
                                Platform.runLater(() -> drawn(window));
                            }
                        });
        Main.main(arguments);
    }

    private static void drawn(Window window) {
        window.getScene()
                .addPostLayoutPulseListener(
                        new Runnable() {
                            private boolean told;

                            @Override
                            public void run() {
                                if (!told) {
                                    told = true;
                                    System.out.println("shown");
                                    Platform.runLater(window::hide);
                                }
                            }
                        });
        Platform.requestNextPulse();
    }
}
