// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.people;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Role;

import java.util.List;

/// Members and their devices, those who wait, and the invitation of others.
public final class PeopleView implements Screen {
    private static final int ROWS = 3;

    private final PeopleViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Page page;
    private final ComboBox<Role> role;

    public PeopleView(PeopleViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        role = Choice.of(List.of(Role.STEWARD, Role.MEMBER, Role.MANAGER), this::roleWithRights);
        page =
                new Page(texts.get(PeopleText.TITLE))
                        .saying(Parts.quiet(texts.get(PeopleText.SUBTITLE)))
                        .scrolled(
                                Parts.column(
                                        Notice.of(Notice.Kind.ERROR, model.error),
                                        requests(),
                                        people(),
                                        invite()));
    }

    private String roleWithRights(Role each) {
        return texts.get(PeopleText.ROLE, texts.of(each), texts.word(each, "rights"));
    }

    private Node requests() {
        VBox list = Parts.column();
        VBox box = Parts.card(Parts.heading(texts.get(PeopleText.REQUESTS)), list);
        box.setId("requests");
        Runnable show =
                () -> {
                    list.getChildren().setAll(model.requests.stream().map(this::request).toList());
                    Parts.show(box, !model.requests.isEmpty());
                };
        model.requests.subscribe(show);
        show.run();
        return box;
    }

    private Node request(JoinRequest request) {
        FlowPane words = Parts.row();
        request.words()
                .forEach(word -> {
                    Label label = new Label(word);
                    label.getStyleClass().add("spoken-word");
                    words.getChildren().add(label);
                });
        CheckBox same = new CheckBox(texts.get(PeopleText.SAME_WORDS));
        same.setWrapText(true);
        Button approve =
                Parts.main(
                        Parts.button(texts.get(PeopleText.APPROVE), () -> model.approve(request)));
        approve.disableProperty().bind(same.selectedProperty().not());
        Button refuse = Parts.button(texts.get(PeopleText.REFUSE), () -> model.refuse(request));
        return Parts.column(
                Parts.body(texts.get(PeopleText.WANTS_IN, request.name())),
                words,
                same,
                Parts.row(approve, refuse));
    }

    private Node people() {
        VBox list = Parts.column();
        list.setId("people");
        Runnable show =
                () -> list.getChildren().setAll(model.people.stream().map(this::person).toList());
        model.people.subscribe(show);
        show.run();
        return Parts.card(Parts.heading(texts.get(PeopleText.MEMBERS)), list);
    }

    private Node person(PeopleViewModel.Person person) {
        String name =
                person.ourselves()
                        ? texts.get(PeopleText.YOU, person.member().name())
                        : person.member().name();
        String circles =
                texts.get(person.committee() ? PeopleText.IN_COMMITTEE : PeopleText.IN_HALL);
        String here = person.here() ? texts.get(PeopleText.HERE) : texts.get(PeopleText.NOT_HERE);
        String line =
                texts.get(
                        PeopleText.PERSON,
                        texts.of(person.member().role()),
                        circles,
                        person.member().devices().size());
        Label first = Parts.body(name);
        first.getStyleClass().add("field-label");
        VBox words = new VBox(first, Parts.quiet(person.ourselves() ? line : line + " " + here));
        return Parts.beside(Icon.PEOPLE, words);
    }

    private Node invite() {
        role.setId("invite-role");
        role.valueProperty().bindBidirectional(model.role);
        Button make =
                Parts.main(Parts.button(Icon.PLUS, texts.get(PeopleText.INVITE), model::invite));
        make.setId("invite");
        make.disableProperty().bind(model.connected.not().or(model.manager.not()));
        Notice offline = new Notice(Notice.Kind.INFO, texts.get(PeopleText.CONNECT_FIRST));
        Notice others = new Notice(Notice.Kind.INFO, texts.get(PeopleText.ONLY_MANAGERS));
        model.connected.subscribe(on -> Parts.show(offline, !on));
        model.manager.subscribe(is -> Parts.show(others, !is));
        return Parts.card(
                Parts.heading(texts.get(PeopleText.INVITE_TITLE)),
                Parts.body(texts.get(PeopleText.INVITE_BODY)),
                offline,
                others,
                new Field(texts.get(PeopleText.AS), role),
                Parts.row(make),
                made());
    }

    private Node made() {
        TextArea text = Parts.area(ROWS);
        text.setId("invitation-text");
        text.setEditable(false);
        text.textProperty().bind(model.invitation);
        Button copy = Parts.button(texts.get(PeopleText.COPY), this::copy);
        Button save =
                Parts.button(
                        Icon.OUT,
                        texts.get(PeopleText.SAVE),
                        () ->
                                workplace
                                        .files()
                                        .save(texts.get(PeopleText.SAVE), "invitation.txt")
                                        .ifPresent(model::save));
        VBox box =
                Parts.column(
                        new Field(texts.get(PeopleText.INVITATION), text),
                        new Notice(Notice.Kind.WARNING, texts.get(PeopleText.INVITATION_SECRET)),
                        Parts.row(copy, save));
        model.invitation.subscribe(made -> Parts.show(box, !made.isEmpty()));
        return box;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.invitation.get());
        Clipboard.getSystemClipboard().setContent(content);
        workplace.say().accept(texts.get(PeopleText.COPIED));
    }

    @Override
    public Parent node() {
        return page;
    }

    @Override
    public void create() {
        role.requestFocus();
    }
}
