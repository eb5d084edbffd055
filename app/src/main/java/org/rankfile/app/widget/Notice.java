// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A sentence in a frame, with a drawing for its kind and perhaps buttons.
public final class Notice extends HBox {
    private final Label label = Parts.body("");

    /// What a notice is.
    public enum Kind {
        /// Good to know.
        INFO(Icon.INFO),
        /// It is done.
        DONE(Icon.CHECK),
        /// Think before you go on.
        WARNING(Icon.WARNING),
        /// It did not work.
        ERROR(Icon.WARNING);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }
    }

    /// A notice with what to do about it.
    public Notice(Kind kind, String text, Node... actions) {
        label.setText(text);
        VBox words = Parts.column(label);
        if (actions.length > 0) {
            words.getChildren().add(Parts.row(actions));
        }
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(kind.icon.node(), words);
        getStyleClass()
                .addAll("notice", "notice-" + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    /// A notice that is there as long as its text is not empty.
    public static Notice of(Kind kind, ObservableValue<String> text) {
        Notice notice = new Notice(kind, "");
        text.subscribe(words -> {
            notice.label.setText(words);
            Parts.show(notice, !words.isEmpty());
        });
        return notice;
    }
}
