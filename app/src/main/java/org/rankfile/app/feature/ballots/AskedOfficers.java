// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.ballot.closing.Council;

import java.util.List;

/// Whom a convenor asks to hold a ballot.
record AskedOfficers(NewBallotViewModel model, Texts texts) {
    Node node() {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.ASK_OFFICERS)),
                        Parts.body(texts.get(BallotsText.ASK_TELLERS, Council.FEWEST)),
                        Parts.body(texts.get(BallotsText.ASK_REGISTRARS)),
                        Parts.body(texts.get(BallotsText.ASK_WITNESSES)),
                        new Notice(Notice.Kind.INFO, texts.get(BallotsText.ASK_APART)));
        box.setId("ask-officers");
        for (int i = 0; i < model.people.size(); i++) {
            box.getChildren().add(person(model.people.get(i), i));
        }
        ComboBox<Integer> threshold = Choice.of(List.of(), String::valueOf);
        threshold.setId("new-threshold");
        threshold.setItems(model.thresholds);
        threshold.valueProperty().bindBidirectional(model.threshold);
        box.getChildren().add(new Field(texts.get(BallotsText.THRESHOLD), threshold));
        return box;
    }

    private Node person(NewBallotViewModel.Asked person, int index) {
        String name = person.member().name();
        Label label = Parts.body(name);
        label.getStyleClass().add("field-label");
        CheckBox teller = office(name, BallotsText.AS_TELLER);
        teller.selectedProperty().bindBidirectional(person.teller());
        teller.setId("teller-" + index);
        CheckBox registrar = office(name, BallotsText.AS_REGISTRAR);
        registrar.selectedProperty().bindBidirectional(person.registrar());
        registrar.setId("registrar-" + index);
        CheckBox witness = office(name, BallotsText.AS_WITNESS);
        witness.selectedProperty().bindBidirectional(person.witness());
        witness.setId("witness-" + index);
        VBox box = new VBox(label, Parts.row(teller, registrar, witness));
        box.getStyleClass().add("lines");
        return box;
    }

    private CheckBox office(String name, BallotsText office) {
        CheckBox box = NewBallotPage.check(texts.get(office));
        box.setAccessibleText(name + ": " + texts.get(office));
        return box;
    }
}
