// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.llm.Summary;
import org.rankfile.llm.SummarySentence;
import org.rankfile.llm.extract.BriefRole;

import java.util.List;
import java.util.stream.Collectors;

/// What the statement says, role by role, in its own sentences.
final class SummaryView {
    private final CaseViewModel model;
    private final Texts texts;
    private final VBox roles = Parts.column();

    SummaryView(CaseViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        Button go = Parts.main(Parts.button(texts.get(GrievancesText.SUMMARISE), this::start));
        go.setId("summarise");
        Button cancel = Parts.button(texts.get(GrievancesText.CANCEL), model.summary::cancel);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(texts.get(GrievancesText.SUMMARISING));
        bar.progressProperty().bind(model.summary.progress);
        FlowPane running =
                Parts.row(bar, Parts.quiet(texts.get(GrievancesText.SUMMARISING)), cancel);
        model.summary.busy.subscribe(busy -> {
            boolean held = go.isFocused() || cancel.isFocused();
            Parts.show(running, busy);
            if (held && busy) {
                cancel.requestFocus();
            }
            go.setDisable(busy);
            if (held && !busy) {
                go.requestFocus();
            }
        });
        model.summary.made.subscribe(this::show);
        return Parts.column(
                Parts.quiet(texts.get(GrievancesText.SUMMARY_BODY)),
                Parts.row(go),
                running,
                Notice.of(Notice.Kind.ERROR, model.summary.error),
                roles);
    }

    private void start() {
        Grievance grievance = model.grievance.get();
        if (grievance != null) {
            model.summary.summarise(grievance.value(GrievanceField.STATEMENT));
        }
    }

    private void show(SummaryViewModel.@Nullable Made made) {
        roles.getChildren().clear();
        if (made == null) {
            return;
        }
        Summary summary = made.summary();
        roles.setId("summary-roles");
        roles.getChildren().add(category(summary));
        Quoted.of(summary).forEach(quoted -> roles.getChildren().add(quoted(quoted)));
        roles.getChildren().add(missing(Quoted.missing(summary)));
        roles.getChildren()
                .add(
                        Parts.quiet(
                                texts.get(
                                        GrievancesText.SUMMARY_FOOT,
                                        summary.model().name(),
                                        summary.millis())));
    }

    private Node category(Summary summary) {
        String words =
                summary.category() == null
                        ? texts.get(GrievancesText.CATEGORY_OPEN)
                        : texts.get(GrievancesText.CATEGORY_IS, texts.of(summary.category()));
        return Parts.beside(Icon.INFO, Parts.body(words));
    }

    private Node quoted(Quoted quoted) {
        VBox box = new VBox(Parts.heading(names(quoted.roles(), " · ")));
        box.getStyleClass().add("role");
        for (SummarySentence sentence : quoted.sentences()) {
            Node quote = Parts.body("“" + sentence.text().strip() + "”");
            quote.getStyleClass().add("quote");
            box.getChildren().add(quote);
        }
        return box;
    }

    private Node missing(List<BriefRole> roles) {
        VBox box =
                new VBox(
                        Parts.heading(texts.get(GrievancesText.NOT_IN_TEXT)),
                        Parts.quiet(names(roles, ", ")));
        box.getStyleClass().add("role");
        Parts.show(box, !roles.isEmpty());
        return box;
    }

    private String names(List<BriefRole> roles, String between) {
        return roles.stream().map(texts::of).collect(Collectors.joining(between));
    }
}
