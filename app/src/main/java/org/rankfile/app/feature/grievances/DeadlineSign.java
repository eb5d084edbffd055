// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.rankfile.app.text.Deadlines;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.NextDeadline;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A case's next deadline at a glance: a shape, words, and only then a colour.
final class DeadlineSign {
    private final Texts texts;
    private final LocalDate today;

    DeadlineSign(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    /// What it says.
    String words(Grievance grievance) {
        if (grievance.isClosed()) {
            return texts.get(GrievancesText.CLOSED);
        }
        return grievance
                .nextDeadline()
                .map(deadline -> Deadlines.words(texts, deadline.date(), today))
                .orElseGet(() -> texts.get(GrievancesText.NO_DEADLINE));
    }

    /// The sign.
    Node node(Grievance grievance) {
        Optional<NextDeadline> deadline =
                grievance.isClosed() ? Optional.empty() : grievance.nextDeadline();
        Label words = new Label(words(grievance));
        words.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = Parts.beside(icon(grievance, deadline), words);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        box.getStyleClass()
                .add(
                        deadline.map(d -> "due-" + Deadlines.of(d.date(), today).name())
                                .orElse("due-none")
                                .toLowerCase(Locale.ROOT));
        return box;
    }

    private Icon icon(Grievance grievance, Optional<NextDeadline> deadline) {
        if (grievance.isClosed()) {
            return Icon.CHECK;
        }
        return deadline.map(d ->
                        switch (Deadlines.of(d.date(), today)) {
                            case OVERDUE -> Icon.WARNING;
                            case TODAY, TOMORROW -> Icon.CLOCK;
                            case SOON, LATER -> Icon.CALENDAR;
                        })
                .orElse(Icon.DASH);
    }
}
