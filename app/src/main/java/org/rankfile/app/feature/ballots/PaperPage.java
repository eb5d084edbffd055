// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.oplog.PersonId;

import java.util.ArrayList;
import java.util.List;

/// The page of a ballot on paper.
final class PaperPage {
    private final PaperViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;
    private final VBox state = Parts.column();
    private final VBox entry;

    PaperPage(PaperViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
        entry = Parts.column();
    }

    Parent node() {
        PaperView now = model.paper.get();
        Page page =
                new Page(now == null ? "" : now.title())
                        .back(texts.get(BallotsText.BACK), back)
                        .saying(Parts.quiet(texts.get(BallotsText.ON_PAPER)));
        if (now != null && now.rehearsal()) {
            page.above(BallotCard.rehearsal(texts));
        }
        if (now != null) {
            entry.getChildren().setAll(entry(now));
        }
        page.above(Notice.of(Notice.Kind.ERROR, model.asking.error))
                .scrolled(Parts.column(state, entry));
        page.setId("paper");
        model.paper.subscribe(paper -> {
            if (paper != null) {
                show(paper);
            }
        });
        return page;
    }

    private void show(PaperView paper) {
        List<Node> parts = new ArrayList<>();
        parts.add(tellers(paper));
        paper.figures()
                .ifPresent(figures -> {
                    ResultPart result =
                            new ResultPart(paper.questions(), figures, paper.verdict(), workplace);
                    VBox counted = Parts.card(Parts.heading(texts.get(BallotsText.RESULT)));
                    counted.setId("paper-result");
                    counted.getChildren().addAll(result.bars());
                    parts.add(counted);
                    parts.add(result.rules());
                });
        Parts.replace(state, parts);
        Parts.show(entry, model.isMyTurn(paper));
    }

    private Node tellers(PaperView paper) {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.NOW)),
                        new Notice(kind(paper), said(paper, texts)),
                        Parts.body(texts.get(BallotsText.PAPER_ENTITLED, paper.entitled())));
        box.setId("paper-tellers");
        for (PersonId teller : paper.tellers()) {
            boolean entered = !paper.waitingFor().contains(teller);
            String name = model.words().name(teller);
            box.getChildren()
                    .add(
                            Parts.beside(
                                    entered ? Icon.CHECK : Icon.CLOCK,
                                    Parts.body(
                                            texts.get(
                                                    entered
                                                            ? BallotsText.HAS_COUNTED
                                                            : BallotsText.HAS_NOT_COUNTED,
                                                    name))));
        }
        return box;
    }

    private static Notice.Kind kind(PaperView paper) {
        if (paper.figures().isPresent()) {
            return Notice.Kind.DONE;
        }
        return paper.round() > 0 ? Notice.Kind.WARNING : Notice.Kind.INFO;
    }

    /// Where a count stands.
    static String said(PaperView paper, Texts texts) {
        if (paper.figures().isPresent()) {
            return texts.get(BallotsText.PAPER_AGREED);
        }
        return paper.round() > 0
                ? texts.get(BallotsText.PAPER_AGAIN, paper.round() + 1)
                : texts.get(BallotsText.PAPER_COUNTING);
    }

    private Node entry(PaperView paper) {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.MY_COUNT)),
                        Parts.body(texts.get(BallotsText.MY_COUNT_BODY)),
                        field(texts.get(BallotsText.PAPERS), model.cast, "paper-cast"));
        box.setId("my-count");
        for (int i = 0; i < paper.questions().size(); i++) {
            question(box, paper.questions().get(i), i);
        }
        Button enter = Parts.main(Parts.button(texts.get(BallotsText.ENTER), model::enter));
        enter.setId("enter-count");
        enter.disableProperty().bind(model.asking.busy);
        box.getChildren().add(Parts.row(enter));
        return box;
    }

    private void question(VBox box, Question question, int index) {
        PaperViewModel.Entry typed = model.entries.get(index);
        List<Field> fields = new ArrayList<>();
        for (int answer = 0; answer < question.answers().size(); answer++) {
            String id = "paper-" + index + "-" + answer;
            // An answer may hold an underscore, which would mark a key.
            String label = question.answers().get(answer).replace("_", "__");
            fields.add(field(label, typed.answers().get(answer), id));
        }
        fields.add(field(texts.get(BallotsText.BLANK), typed.blank(), "paper-blank-" + index));
        fields.add(field(texts.get(BallotsText.SPOILT), typed.spoilt(), "paper-spoilt-" + index));
        box.getChildren().add(Parts.heading(question.text()));
        for (Field field : fields) {
            String name = question.text() + " " + field.input().getAccessibleText();
            field.input().setAccessibleText(name);
            box.getChildren().add(field);
        }
    }

    private static Field field(String label, StringProperty typed, String id) {
        TextField input = new TextField();
        input.setId(id);
        input.textProperty().bindBidirectional(typed);
        return new Field(label, input);
    }
}
