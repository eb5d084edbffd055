// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.EmptyState;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Split;

/// The member list and what is done with it.
public final class MembersView implements Screen {
    private final MembersViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final TextField search = new TextField();
    private final StackPane root = new StackPane();
    private final Node warning;
    private final Split filled;
    private final EmptyState empty;
    private final EmptyState outside;
    private final Page list;

    public MembersView(MembersViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        search.setId("members-search");
        search.setPromptText(texts.get(MembersText.SEARCH));
        search.setAccessibleText(texts.get(MembersText.SEARCH));
        search.textProperty().bindBidirectional(model.filter);
        Label count = new Label();
        count.setId("members-count");
        count.textProperty().bind(model.count);
        warning = exportWarning();
        Parts.show(warning, false);
        MemberTableView table = new MemberTableView(model, texts);
        filled = new Split(table.node(), new ProfileView(model, workplace).node(), 0.66);
        empty = empty();
        outside =
                new EmptyState(
                        Icon.SHIELD,
                        texts.get(MembersText.OUTSIDE),
                        texts.get(MembersText.OUTSIDE_BODY));
        list =
                new Page(texts.get(MembersText.TITLE))
                        .saying(count)
                        .actions(search, importButton("import"), exportButton())
                        .above(warning, Notice.of(Notice.Kind.ERROR, model.error))
                        .filled(new StackPane(table.em(), filled, empty, outside));
        root.getChildren().setAll(list);
        workplace.session().snapshot().subscribe(now -> choose());
    }

    private void choose() {
        boolean inside = model.inCommittee();
        Parts.show(outside, !inside);
        Parts.show(empty, inside && model.isEmpty());
        Parts.show(filled, inside && !model.isEmpty());
    }

    private EmptyState empty() {
        return new EmptyState(
                Icon.PEOPLE,
                texts.get(MembersText.EMPTY),
                texts.get(MembersText.EMPTY_BODY),
                Parts.main(importButton("import-first")));
    }

    private Button importButton(String id) {
        Button button = Parts.button(Icon.IN, texts.get(MembersText.IMPORT), this::create);
        button.setId(id);
        return button;
    }

    private Button exportButton() {
        Button button =
                Parts.button(
                        Icon.OUT, texts.get(MembersText.EXPORT), () -> Parts.show(warning, true));
        button.setId("export");
        return button;
    }

    private Node exportWarning() {
        Button go =
                Parts.button(
                        texts.get(MembersText.EXPORT_GO),
                        () -> {
                            hideWarning();
                            workplace
                                    .files()
                                    .save(texts.get(MembersText.EXPORT_TITLE), "members.csv")
                                    .ifPresent(model::export);
                        });
        go.setId("export-go");
        Button cancel = Parts.button(texts.get(MembersText.CANCEL), this::hideWarning);
        return new Notice(Notice.Kind.WARNING, texts.get(MembersText.EXPORT_WARNING), go, cancel);
    }

    private void hideWarning() {
        Parts.show(warning, false);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        choose();
    }

    @Override
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public void create() {
        if (model.inCommittee()) {
            ImportViewModel importing = new ImportViewModel(workplace);
            root.getChildren().setAll(new ImportView(importing, workplace, this::back).node());
            Parts.focus(root, "choose-file");
        }
    }

    private void back() {
        root.getChildren().setAll(list);
        search.requestFocus();
    }
}
