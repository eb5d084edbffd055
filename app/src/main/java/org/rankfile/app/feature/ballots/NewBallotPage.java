// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.rule.Preset;

import java.util.List;

/// The page of a ballot that is being called.
final class NewBallotPage {
    private static final int ROWS = 3;

    private final NewBallotViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;

    NewBallotPage(NewBallotViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        Button call = Parts.main(Parts.button(texts.get(BallotsText.CALL), model::call));
        call.setId("call-ballot");
        call.disableProperty().bind(model.asking.busy);
        return new Page(texts.get(BallotsText.NEW_TITLE))
                .back(texts.get(BallotsText.BACK), back)
                .saying(Parts.quiet(texts.get(BallotsText.NEW_BODY)))
                .scrolled(
                        Parts.column(
                                about(),
                                questions(),
                                rules(),
                                new AskedOfficers(model, texts).node(),
                                Notice.of(Notice.Kind.ERROR, model.asking.error),
                                Parts.row(call)));
    }

    private Node about() {
        TextField title = new TextField();
        title.setId("new-title");
        title.textProperty().bindBidirectional(model.title);
        TextArea description = Parts.area(ROWS);
        description.setId("new-description");
        description.textProperty().bindBidirectional(model.description);
        CheckBox rehearsal = check(texts.get(BallotsText.IS_REHEARSAL));
        rehearsal.setId("new-rehearsal");
        rehearsal.selectedProperty().bindBidirectional(model.rehearsal);
        return Parts.card(
                rehearsal,
                new Field(texts.get(BallotsText.NEW_NAME), title),
                new Field(texts.get(BallotsText.DESCRIPTION), description));
    }

    static CheckBox check(String text) {
        CheckBox box = new CheckBox(text);
        box.setWrapText(true);
        box.setMnemonicParsing(false);
        return box;
    }

    private Node questions() {
        VBox list = Parts.column();
        Runnable show =
                () ->
                        list.getChildren()
                                .setAll(model.questions.stream().map(this::question).toList());
        model.questions.subscribe(show);
        show.run();
        Button more =
                Parts.button(Icon.PLUS, texts.get(BallotsText.ADD_QUESTION), model::addQuestion);
        more.setId("add-question");
        return Parts.column(list, Parts.row(more));
    }

    private Node question(QuestionDraft draft) {
        int index = model.questions.indexOf(draft);
        TextField text = new TextField();
        text.setId("new-question-" + index);
        text.textProperty().bindBidirectional(draft.text);
        TextArea answers = Parts.area(ROWS);
        answers.setId("new-answers-" + index);
        answers.textProperty().bindBidirectional(draft.answers);
        CheckBox blank = check(texts.get(BallotsText.ALLOW_BLANK));
        blank.selectedProperty().bindBidirectional(draft.blank);
        VBox box =
                Parts.card(
                        new Field(texts.get(BallotsText.QUESTION, index + 1), text),
                        new Field(texts.get(BallotsText.ANSWERS), answers),
                        Parts.quiet(texts.get(BallotsText.YES_FIRST)),
                        blank);
        if (model.questions.size() > 1) {
            Button less =
                    Parts.button(
                            texts.get(BallotsText.REMOVE_QUESTION),
                            () -> model.removeQuestion(draft));
            less.setAccessibleText(texts.get(BallotsText.REMOVE_THIS, index + 1));
            box.getChildren().add(Parts.row(less));
        }
        return box;
    }

    private Node rules() {
        ComboBox<Preset> presets =
                Choice.of(List.of(Preset.values()), preset -> preset.rules().origin().name());
        presets.setId("new-rules");
        presets.valueProperty().bindBidirectional(model.preset);
        VBox shown = new VBox();
        Notice past = new Notice(Notice.Kind.WARNING, texts.get(BallotsText.RULES_PAST));
        model.preset.subscribe(preset -> {
            shown.getChildren().setAll(new RulesPart(preset.rules(), workplace).node());
            Parts.show(past, preset.rules().origin().isPast(workplace.session().home().today()));
        });
        return Parts.column(new Field(texts.get(BallotsText.RULES_CHOICE), presets), past, shown);
    }
}
