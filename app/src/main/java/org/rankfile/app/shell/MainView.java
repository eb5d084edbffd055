// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.rankfile.app.feature.sync.SyncBar;
import org.rankfile.app.feature.sync.SyncViewModel;
import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Session;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.Outcome;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// The window of an open home: places at the left, the chosen one beside them, the state of
/// synchronisation below. Screens are made when they are first shown.
final class MainView {
    private final Session session;
    private final Texts texts;
    private final Function<Place, Screen> screens;
    private final Map<Place, Screen> made = new EnumMap<>(Place.class);
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final BorderPane root = new BorderPane();
    private final StringProperty said = new SimpleStringProperty("");
    private final StringProperty warning = new SimpleStringProperty("");
    private Place place = Place.GRIEVANCES;

    /// What the frame shows besides the screens.
    ///
    /// @param demo whether the home is the demo
    record Frame(SyncViewModel sync, boolean demo, Runnable lock) {}

    /// @param screens makes the screen of a place
    MainView(Session session, Texts texts, Frame frame, Function<Place, Screen> screens) {
        this.session = session;
        this.texts = texts;
        this.screens = screens;
        root.setLeft(sidebar(frame));
        VBox foot = new VBox(Notice.of(Notice.Kind.WARNING, warning), saidLine());
        foot.getChildren().add(new SyncBar(frame.sync(), texts).node());
        foot.getStyleClass().add("foot");
        root.setBottom(foot);
        root.getStyleClass().add("main");
    }

    Parent node() {
        return root;
    }

    private Node saidLine() {
        Label words = new Label();
        words.setId("said");
        words.textProperty().bind(said);
        words.setWrapText(true);
        Node line = Parts.beside(Icon.CHECK, words);
        said.subscribe(text -> Parts.show(line, !text.isEmpty()));
        return line;
    }

    private Node sidebar(Frame frame) {
        Label mark = new Label("Rank & File");
        mark.setMnemonicParsing(false);
        mark.getStyleClass().add("wordmark");
        VBox bar = new VBox(mark, scope(frame));
        bar.getStyleClass().add("sidebar");
        ToggleGroup group = new ToggleGroup();
        for (Place each : Place.values()) {
            ToggleButton button = new ToggleButton(texts.of(each), each.icon().node());
            button.setId("go-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> go(each));
            buttons.put(each, button);
            bar.getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button lock =
                Parts.button(
                        Icon.LOCK,
                        texts.get(frame.demo() ? ShellText.LEAVE_DEMO : ShellText.LOCK),
                        frame.lock());
        lock.setId("lock");
        lock.setMaxWidth(Double.MAX_VALUE);
        lock.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().addAll(gap, lock);
        ScrollPane scroll = Parts.scrolling(bar);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("sidebar-scroll");
        return scroll;
    }

    /// Which local this is, and who sees what is written here.
    private Node scope(Frame frame) {
        VBox chip = new VBox();
        chip.getStyleClass().add("scope");
        if (frame.demo()) {
            Label demo = new Label(texts.get(ShellText.DEMO));
            demo.setWrapText(true);
            demo.setMinHeight(Region.USE_PREF_SIZE);
            demo.getStyleClass().add("demo-chip");
            chip.getChildren().add(demo);
        }
        Label local = new Label();
        local.setWrapText(true);
        local.getStyleClass().add("scope-local");
        local.textProperty().bind(session.status().map(status -> status.local()));
        Label readers = Parts.quiet("");
        readers.textProperty()
                .bind(
                        session.status()
                                .map(status ->
                                        session.inCommittee()
                                                ? texts.get(
                                                        ShellText.SCOPE_COMMITTEE,
                                                        session.readers().size())
                                                : texts.get(ShellText.SCOPE_HALL)));
        chip.getChildren().addAll(local, readers);
        return chip;
    }

    /// Shows a place.
    void go(Place to) {
        place = to;
        said.set("");
        Screen screen = made.computeIfAbsent(to, screens);
        root.setCenter(screen.node());
        // What scrolls has its content only once it is styled, and the screen may focus a part.
        screen.node().applyCss();
        boolean focused = buttons.values().stream().anyMatch(Node::isFocused);
        buttons.forEach((each, button) -> {
            button.setSelected(each == to);
            if (focused && each == to) {
                button.requestFocus();
            }
        });
        screen.shown();
    }

    /// Where we are.
    Place place() {
        return place;
    }

    /// The screen in view.
    Screen screen() {
        return made.computeIfAbsent(place, screens);
    }

    /// Says that something worked.
    void say(String words) {
        said.set(words);
    }

    /// Says that something is wrong.
    void warn(String words) {
        warning.set(words);
    }

    /// Warns that it will lock; nothing for 0.
    void warnOfLock(long seconds) {
        warning.set(seconds == 0 ? "" : texts.get(ShellText.LOCKS_SOON, seconds));
    }

    /// Takes back what was done last.
    void undo() {
        if (!session.undoable().get()) {
            said.set(texts.get(ShellText.NOTHING_TO_UNDO));
            return;
        }
        session.undo(outcome ->
                said.set(
                        switch (outcome) {
                            case Outcome.Done done ->
                                    texts.get(
                                            done.kept().isEmpty()
                                                    ? ShellText.UNDONE
                                                    : ShellText.UNDONE_IN_PART,
                                            done.kept().size());
                            case Outcome.Imported _ -> texts.get(ShellText.UNDONE);
                            case Outcome.Refused refused -> texts.of(refused.why());
                        }));
    }
}
