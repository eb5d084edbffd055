// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.NextDeadline;

import java.util.List;
import java.util.Optional;

/// The next deadline of a case, and the form to set it. A person types it.
final class DeadlineView {
    private final CaseViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final TextField date = new TextField();
    private final TextField owner = new TextField();
    private final TextField what = new TextField();
    private final StringProperty wrong = new SimpleStringProperty("");
    private final FlowPane sign = Parts.row();
    private final Label words = new Label();
    private final Node reading;
    private final Node form;
    private boolean editing;

    DeadlineView(CaseViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        date.setId("deadline-date");
        date.setPromptText("2026-12-31");
        owner.setId("deadline-owner");
        what.setId("deadline-what");
        Button edit = Parts.button(texts.get(GrievancesText.SET_DEADLINE), () -> edit(true));
        edit.setId("set-deadline");
        words.setWrapText(true);
        VBox said = new VBox(sign, words);
        reading = Parts.ends(said, edit);
        form = form();
        edit(false);
        model.grievance.subscribe(this::show);
        model.beforeLeaving(() -> {
            if (editing) {
                keep();
            }
        });
    }

    private Node form() {
        Button keep = Parts.main(Parts.button(texts.get(GrievancesText.KEEP), this::keep));
        keep.setId("keep-deadline");
        Button cancel = Parts.button(texts.get(GrievancesText.CANCEL), () -> edit(false));
        List.of(date, owner, what).forEach(field -> field.setOnAction(event -> keep()));
        VBox box =
                Parts.column(
                        Parts.row(
                                new Field(texts.get(GrievancesText.DEADLINE_DATE), date)
                                        .wrong(wrong),
                                new Field(texts.get(GrievancesText.DEADLINE_OWNER), owner),
                                new Field(texts.get(GrievancesText.DEADLINE_WHAT), what)),
                        Parts.row(keep, cancel),
                        Parts.quiet(texts.get(GrievancesText.DEADLINE_NOTE)));
        box.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        edit(false);
                        event.consume();
                    }
                });
        return box;
    }

    private void edit(boolean on) {
        editing = on;
        wrong.set("");
        Parts.show(reading, !on);
        Parts.show(form, on);
        if (on) {
            Optional<NextDeadline> now = deadline(model.grievance.get());
            date.setText(now.map(d -> d.date().toString()).orElse(""));
            owner.setText(now.map(NextDeadline::owner).orElse(""));
            what.setText(now.map(NextDeadline::what).orElse(""));
            date.requestFocus();
        }
    }

    private static Optional<NextDeadline> deadline(@Nullable Grievance grievance) {
        return grievance == null ? Optional.empty() : grievance.nextDeadline();
    }

    private void keep() {
        wrong.set(model.deadline(date.getText(), owner.getText(), what.getText()));
        if (wrong.get().isEmpty()) {
            edit(false);
        }
    }

    private void show(@Nullable Grievance grievance) {
        if (grievance == null) {
            return;
        }
        DeadlineSign drawn = new DeadlineSign(texts, workplace.session().home().today());
        sign.getChildren().setAll(drawn.node(grievance));
        Optional<NextDeadline> deadline = grievance.nextDeadline();
        words.setText(
                deadline.map(d ->
                                texts.get(
                                        d.owner().isEmpty()
                                                ? GrievancesText.DEADLINE_IS
                                                : GrievancesText.DEADLINE_IS_OF,
                                        texts.day(d.date()),
                                        d.what(),
                                        d.owner()))
                        .orElseGet(() -> texts.get(GrievancesText.DEADLINE_NONE)));
    }

    Node node() {
        VBox card = Parts.card(reading, form);
        card.setId("deadline");
        return card;
    }
}
