// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotView;

import java.util.EnumSet;
import java.util.Set;

/// The offices of this device's owner: what the laptop does by itself, and what is done by hand.
final class OfficePart {
    private static final Set<BallotPhase> BEFORE =
            EnumSet.of(BallotPhase.PREPARING, BallotPhase.PREPARED, BallotPhase.ANNOUNCED);
    private static final int OPENS_HOURS = 24;
    private static final int CLOSES_HOURS = 72;

    private final BallotViewModel model;
    private final Texts texts;
    private final VBox duties = Parts.column();
    private final TextField opens = new TextField();
    private final TextField closes = new TextField();
    private final ComboBox<Integer> grace;
    private final Field graceField;
    private final VBox opening;
    private final Sure withdraw;
    private final Sure destroy;
    private final VBox box;

    OfficePart(BallotViewModel model, Workplace workplace) {
        this.model = model;
        texts = workplace.texts();
        duties.getStyleClass().add("lines");
        grace =
                Choice.of(
                        BallotViewModel.GRACES, hours -> texts.get(BallotsText.GRACE_HOURS, hours));
        grace.setId("grace");
        grace.setValue(BallotViewModel.USUAL_GRACE);
        graceField = new Field(texts.get(BallotsText.GRACE), grace);
        opening = opening();
        withdraw = new Sure("withdraw", BallotsText.WITHDRAW, BallotsText.WITHDRAW_SURE, texts);
        destroy = new Sure("destroy", BallotsText.DESTROY, BallotsText.DESTROY_SURE, texts);
        withdraw.does(model::withdraw, model.asking.busy);
        destroy.does(model::destroyShare, model.asking.busy);
        box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.OFFICES)),
                        duties,
                        opening,
                        withdraw.node(),
                        destroy.node());
        box.setId("offices");
    }

    Node node() {
        return box;
    }

    private VBox opening() {
        opens.setId("opens");
        closes.setId("closes");
        opens.setText(model.hoursFromNow(OPENS_HOURS));
        closes.setText(model.hoursFromNow(CLOSES_HOURS));
        Button open =
                Parts.main(
                        Parts.button(
                                texts.get(BallotsText.OPEN_BALLOT),
                                () ->
                                        model.open(
                                                opens.getText(),
                                                closes.getText(),
                                                grace.getValue())));
        open.setId("open-ballot");
        open.disableProperty().bind(model.asking.busy);
        return Parts.column(
                new Notice(Notice.Kind.WARNING, texts.get(BallotsText.OPEN_BODY)),
                new Field(texts.get(BallotsText.OPENS), opens),
                new Field(texts.get(BallotsText.CLOSES), closes),
                graceField,
                Parts.row(open));
    }

    void show(BallotView ballot) {
        BallotView.Offices mine = ballot.mine();
        boolean any = mine.convenor() || mine.registrar() || mine.teller() || mine.witness();
        Parts.show(box, any);
        duties.getChildren().clear();
        duty(mine.convenor(), BallotsText.DUTY_CONVENOR);
        duty(mine.registrar(), BallotsText.DUTY_REGISTRAR);
        duty(mine.teller(), BallotsText.DUTY_TELLER);
        duty(mine.witness(), BallotsText.DUTY_WITNESS);
        boolean over =
                ballot.phase() == BallotPhase.COUNTED
                        || ballot.phase() == BallotPhase.TOO_FEW
                        || ballot.phase() == BallotPhase.WITHDRAWN
                        || ballot.phase() == BallotPhase.FAILED;
        if (!over && (mine.registrar() || mine.teller() || mine.witness())) {
            duties.getChildren().add(Parts.quiet(texts.get(BallotsText.DUTY_ON)));
        }
        Parts.show(graceField, !ballot.rehearsal());
        Parts.show(opening, mine.convenor() && ballot.phase() == BallotPhase.PREPARED);
        withdraw.show(mine.convenor() && BEFORE.contains(ballot.phase()));
        destroy.show(
                mine.teller()
                        && (ballot.phase() == BallotPhase.COUNTED
                                || ballot.phase() == BallotPhase.TOO_FEW));
    }

    private void duty(boolean held, BallotsText text) {
        if (held) {
            duties.getChildren().add(Parts.beside(Icon.DEVICES, Parts.body(texts.get(text))));
        }
    }
}
