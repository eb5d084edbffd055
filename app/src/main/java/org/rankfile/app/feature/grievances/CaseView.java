// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.HistoryList;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Readers;
import org.rankfile.app.widget.Split;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;

/// The page of one case.
final class CaseView {
    private final CaseViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;
    private final VBox header = Parts.column();

    CaseView(CaseViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        this.back = back;
    }

    Parent node() {
        StatementView statement = new StatementView(model, workplace);
        SummaryView summary = new SummaryView(model, texts);
        DetailsView details = new DetailsView(model, texts);
        ConflictsView conflicts = new ConflictsView(model, workplace);
        DeadlineView deadline = new DeadlineView(model, workplace);
        HistoryList history = new HistoryList(workplace, new CaseWords(texts));
        Readers readers = new Readers(workplace);
        TabPane tabs = new TabPane();
        tabs.setId("case-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(
                        tab(GrievancesText.TAB_DETAILS, details.node()),
                        tab(GrievancesText.TAB_SUMMARY, summary.node()),
                        tab(GrievancesText.TAB_HISTORY, history.node()),
                        tab(GrievancesText.TAB_READERS, readers.node()));
        Label title = new Label();
        model.grievance.subscribe(grievance -> {
            if (grievance != null) {
                title.setText(status(grievance));
                history.show(grievance.record().key());
                readers.show();
            } else {
                Platform.runLater(back);
            }
        });
        header.getChildren()
                .addAll(
                        Notice.of(Notice.Kind.ERROR, model.error),
                        conflicts.node(),
                        deadline.node());
        Grievance now = model.grievance.get();
        Page page =
                new Page(now == null ? "" : heading(now))
                        .back(texts.get(GrievancesText.BACK), back)
                        .saying(title)
                        .above(header)
                        .filled(new Split(statement.node(), tabs, 0.5));
        page.setId("case");
        model.grievance.subscribe(grievance -> retitle(page, grievance));
        return page;
    }

    private void retitle(Page page, @Nullable Grievance grievance) {
        if (grievance != null) {
            page.title(heading(grievance));
        }
    }

    private String heading(Grievance grievance) {
        return grievance.number() + " · " + grievance.value(GrievanceField.TITLE);
    }

    private String status(Grievance grievance) {
        String status = texts.word(GrievanceField.STATUS, grievance.value(GrievanceField.STATUS));
        String category = grievance.value(GrievanceField.CATEGORY);
        return category.isEmpty()
                ? status
                : status + " · " + texts.word(GrievanceField.CATEGORY, category);
    }

    private Tab tab(GrievancesText title, Node content) {
        VBox box = new VBox(content);
        box.getStyleClass().add("tab-body");
        Tab tab = new Tab(texts.get(title), Parts.scrolling(box));
        return tab;
    }
}
