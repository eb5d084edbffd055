// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Uses the window as a person would, by what is on it. Any thread but the window's.
final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 5_000_000;
    private static final int LAYOUTS = 4;

    private final Stage stage;

    Hand(Stage stage) {
        this.stage = stage;
    }

    /// Runs something on the window's thread and waits for its result.
    static <T> T on(Supplier<T> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(what.get());
            } catch (RuntimeException broken) {
                result.completeExceptionally(broken);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until this holds.
    void until(Supplier<Boolean> what) {
        long looks = PATIENCE.toNanos() / LOOK_NANOS;
        for (long i = 0; i < looks; i++) {
            if (on(what)) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("the window did not get there");
    }

    /// Waits until something is on the window.
    void see(String id) {
        until(() -> shown(id));
    }

    private boolean shown(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        return node != null && node.isVisible() && node.getParent().isVisible();
    }

    /// Whether something cannot be used now. Window's thread.
    boolean disabled(String id) {
        return node(id).isDisabled();
    }

    /// What a label says. Window's thread.
    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private Node node(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        if (node == null) {
            throw new IllegalStateException("there is no #" + id);
        }
        return node;
    }

    /// Presses a button.
    void press(String id) {
        see(id);
        on(() -> {
            ((ButtonBase) node(id)).fire();
            return true;
        });
    }

    /// Types into a field.
    void type(String id, String text) {
        see(id);
        on(() -> {
            ((TextInputControl) node(id)).setText(text);
            return true;
        });
    }

    /// Shows a tab of a pane.
    void tab(String id, int index) {
        see(id);
        on(() -> {
            TabPane pane = (TabPane) node(id);
            Tab tab = pane.getTabs().get(index);
            pane.getSelectionModel().select(tab);
            return true;
        });
    }

    /// Scrolls to a node that is out of view.
    void reveal(String id) {
        see(id);
        on(() -> {
            Node node = node(id);
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane) {
                    reveal(node, pane);
                }
            }
            return true;
        });
    }

    private static void reveal(Node node, ScrollPane pane) {
        Node content = pane.getContent();
        Bounds there = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double window = pane.getViewportBounds().getHeight();
        double beyond = content.getLayoutBounds().getHeight() - window;
        double from = pane.getVvalue() * beyond;
        if (beyond > 0 && (there.getMinY() < from || there.getMaxY() > from + window)) {
            pane.setVvalue(Math.min(1, Math.max(0, there.getMinY() / beyond)));
        }
    }

    /// Does something with a node.
    <N extends Node> void with(String id, Class<N> type, java.util.function.Consumer<N> what) {
        see(id);
        on(() -> {
            what.accept(type.cast(node(id)));
            return true;
        });
    }

    /// What the window looks like.
    WritableImage look() {
        // Some layouts: cells of a table are made in the first and measured in the next.
        for (int i = 0; i < LAYOUTS; i++) {
            on(() -> {
                Parent root = stage.getScene().getRoot();
                root.applyCss();
                root.layout();
                return true;
            });
            LockSupport.parkNanos(LOOK_NANOS * 4);
        }
        return on(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(stage.getScene().getFill());
            return stage.getScene().getRoot().snapshot(parameters, null);
        });
    }
}
