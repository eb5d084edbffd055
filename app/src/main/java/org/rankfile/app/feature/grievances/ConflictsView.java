// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.record.Choice;

import java.time.Instant;
import java.util.List;

/// Where two people changed the same: both values, who gave them, and a button to choose.
final class ConflictsView {
    private static final int VALUE_CHARS = 400;

    private final CaseViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final VBox all = Parts.column();

    ConflictsView(CaseViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        all.setId("conflicts");
        model.grievance.subscribe(this::show);
    }

    private void show(@Nullable Grievance grievance) {
        all.getChildren().clear();
        if (grievance != null) {
            grievance
                    .open()
                    .forEach((field, choices) -> all.getChildren().add(conflict(field, choices)));
        }
        Parts.show(all, !all.getChildren().isEmpty());
    }

    private Node conflict(GrievanceField field, List<Choice> choices) {
        VBox box =
                Parts.column(
                        Parts.beside(
                                Icon.FORK,
                                Parts.heading(
                                        texts.get(GrievancesText.TWO_CHANGED, texts.of(field)))));
        box.getStyleClass().add("conflict");
        for (Choice choice : choices) {
            box.getChildren().add(choice(field, choice));
        }
        return box;
    }

    private Node choice(GrievanceField field, Choice choice) {
        String who = workplace.session().nameOf(choice.stamp().author());
        Instant at = Instant.ofEpochMilli(choice.stamp().time().millis());
        String when = texts.moment(at, workplace.session().home().zone());
        String value =
                choice.value().isEmpty() ? texts.get(GrievancesText.NO_VALUE) : choice.value();
        String shown = texts.word(field, value);
        if (shown.length() > VALUE_CHARS) {
            shown = shown.substring(0, VALUE_CHARS) + "…";
        }
        Button choose =
                Parts.button(
                        texts.get(GrievancesText.CHOOSE),
                        () -> model.resolve(field, choice.number()));
        choose.setId("choose-" + field.key() + "-" + choice.number());
        choose.setAccessibleText(texts.get(GrievancesText.CHOOSE_VALUE, shown));
        VBox words =
                new VBox(
                        Parts.body(shown),
                        Parts.quiet(texts.get(GrievancesText.GIVEN_BY, who, when)));
        return Parts.ends(words, choose);
    }

    Node node() {
        return all;
    }
}
