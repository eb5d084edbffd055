// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

/// The page of a case that is being written.
final class NewCaseView {
    private static final int ROWS = 14;

    private final NewCaseViewModel model;
    private final Workplace workplace;
    private final Runnable back;

    NewCaseView(NewCaseViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
    }

    Parent node() {
        Texts texts = workplace.texts();
        TextField title = new TextField();
        title.setId("case-title");
        title.setPromptText(texts.get(GrievancesText.TITLE_HINT));
        title.textProperty().bindBidirectional(model.title);
        TextArea statement = Parts.area(ROWS);
        statement.setId("case-statement");
        statement.setPromptText(texts.get(GrievancesText.STATEMENT_HINT));
        statement.textProperty().bindBidirectional(model.statement);
        Button save = Parts.main(Parts.button(texts.get(GrievancesText.SAVE_CASE), model::save));
        save.setId("save-case");
        Button open =
                Parts.button(
                        Icon.IN,
                        texts.get(GrievancesText.OPEN_TEXT),
                        () ->
                                workplace
                                        .files()
                                        .open(texts.get(GrievancesText.OPEN_TEXT), "txt")
                                        .ifPresent(model::read));
        open.setId("open-text");
        Field what = new Field(texts.get(GrievancesText.STATEMENT), statement).wrong(model.error);
        VBox.setVgrow(what, Priority.ALWAYS);
        return new Page(texts.get(GrievancesText.NEW_TITLE))
                .back(texts.get(GrievancesText.BACK), back)
                .saying(Parts.quiet(texts.get(GrievancesText.NEW_BODY)))
                .scrolled(
                        Parts.column(
                                new Field(texts.get(GrievancesText.CASE_TITLE), title),
                                what,
                                Parts.row(save, open)));
    }
}
