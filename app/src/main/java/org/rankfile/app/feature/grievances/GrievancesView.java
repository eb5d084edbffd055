// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.EmptyState;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;

/// The cases: the list, one case, a new one.
public final class GrievancesView implements Screen {
    private final GrievancesViewModel model;
    private final Workplace workplace;
    private final Summaries summaries;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final TextField search = new TextField();
    private final TableView<Grievance> table;
    private final Button first;
    private final EmptyState empty;
    private final EmptyState outside;
    private final Page list;
    private Runnable leave = () -> {};

    public GrievancesView(GrievancesViewModel model, Workplace workplace, Summaries summaries) {
        this.model = model;
        this.workplace = workplace;
        this.summaries = summaries;
        texts = workplace.texts();
        search.setId("cases-search");
        search.setPromptText(texts.get(GrievancesText.SEARCH));
        search.setAccessibleText(texts.get(GrievancesText.SEARCH));
        search.textProperty().bindBidirectional(model.filter);
        CaseTable cases = new CaseTable(model, texts, this::open);
        table = cases.node();
        Button open = Parts.button(texts.get(GrievancesText.OPEN), this::openChosen);
        open.setId("open-case");
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        first = Parts.main(newButton("new-first"));
        empty =
                new EmptyState(
                        Icon.CASE,
                        texts.get(GrievancesText.EMPTY),
                        texts.get(GrievancesText.EMPTY_BODY),
                        first);
        outside =
                new EmptyState(
                        Icon.SHIELD,
                        texts.get(GrievancesText.OUTSIDE),
                        texts.get(GrievancesText.OUTSIDE_BODY));
        Label count = new Label();
        count.setId("cases-count");
        count.textProperty().bind(model.count);
        list =
                new Page(texts.get(GrievancesText.TITLE))
                        .saying(count)
                        .actions(search, open, Parts.main(newButton("new-case")))
                        .filled(new StackPane(cases.em(), table, empty, outside));
        root.getChildren().setAll(list);
        workplace.session().snapshot().subscribe(now -> choose());
    }

    private Button newButton(String id) {
        Button button = Parts.button(Icon.PLUS, texts.get(GrievancesText.NEW), this::create);
        button.setId(id);
        return button;
    }

    private void choose() {
        boolean inside = model.inCommittee();
        Parts.show(outside, !inside);
        Parts.show(empty, inside && model.isEmpty());
        Parts.show(table, inside && !model.isEmpty());
    }

    private void openChosen() {
        Grievance chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open(chosen);
        }
    }

    private void open(Grievance grievance) {
        open(grievance.id());
    }

    private void open(String id) {
        leave.run();
        CaseViewModel one = new CaseViewModel(id, workplace, summaries);
        leave = one::close;
        root.getChildren().setAll(new CaseView(one, workplace, this::back).node());
        Parts.focus(root, "case-tabs");
    }

    private void back() {
        leave.run();
        leave = () -> {};
        root.getChildren().setAll(list);
        choose();
        focusList();
    }

    private void focusList() {
        Platform.runLater(() -> {
            if (table.isVisible()) {
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
                table.requestFocus();
            } else if (empty.isVisible()) {
                first.requestFocus();
            }
        });
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        choose();
        focusList();
    }

    @Override
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public void create() {
        if (!model.inCommittee()) {
            return;
        }
        leave.run();
        NewCaseViewModel fresh = new NewCaseViewModel(workplace, this::open);
        leave = fresh::close;
        root.getChildren().setAll(new NewCaseView(fresh, workplace, this::back).node());
        Parts.focus(root, "case-title");
    }
}
