// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.record.Change;
import org.rankfile.oplog.OpId;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What happened to a record, the latest first, each line with a way to take it back.
public final class HistoryList {
    private static final int VALUE_CHARS = 80;
    private static final int LINES = 200;

    private final Workplace workplace;
    private final Words naming;
    private final VBox lines = Parts.column();
    private final javafx.beans.property.StringProperty error =
            new javafx.beans.property.SimpleStringProperty("");
    private final VBox all;

    /// What fields and their values are called.
    public interface Words {
        /// What a field is called.
        String field(String name);

        /// What one of its values is called; the value itself where it is no word of ours.
        String value(String field, String value);
    }

    /// A list that is empty at first.
    public HistoryList(Workplace workplace, Words naming) {
        this.workplace = workplace;
        this.naming = naming;
        all = Parts.column(Notice.of(Notice.Kind.ERROR, error), lines);
    }

    /// The list.
    public Node node() {
        return all;
    }

    /// Shows the history of a record.
    public void show(RecordKey key) {
        workplace
                .session()
                .history(
                        key,
                        changes -> {
                            List<Change> latest = changes.reversed();
                            Set<OpId> ops = new HashSet<>();
                            lines.getChildren()
                                    .setAll(
                                            latest.stream()
                                                    .limit(LINES)
                                                    .map(c -> line(c, ops.add(c.stamp().op())))
                                                    .toList());
                            if (latest.size() > LINES) {
                                lines.getChildren()
                                        .add(Parts.quiet(texts().get(RecordText.OLDER, LINES)));
                            }
                        });
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// An op is taken back as a whole, so one of its lines has the button.
    private Node line(Change change, boolean first) {
        Session session = workplace.session();
        String who = session.nameOf(change.stamp().author());
        Instant at = Instant.ofEpochMilli(change.stamp().time().millis());
        String when = texts().moment(at, session.home().zone());
        String what = what(change);
        String by =
                change.batch()
                        .map(batch -> texts().get(RecordText.BY_IMPORT, who, when, batch.name()))
                        .orElseGet(() -> texts().get(RecordText.BY, who, when));
        Button undo = Parts.button(texts().get(RecordText.UNDO), () -> undo(change));
        undo.getStyleClass().addAll("flat", "small");
        undo.setAccessibleText(texts().get(RecordText.UNDO_THIS, what));
        VBox words = new VBox(Parts.body(what), Parts.quiet(by));
        boolean undoable = first && change.batch().isEmpty();
        Node line = undoable ? Parts.ends(words, undo) : words;
        line.getStyleClass().add("history-line");
        return line;
    }

    private String what(Change change) {
        String field = change.field().isEmpty() ? "" : naming.field(change.field());
        String before = cut(naming.value(change.field(), change.before()));
        String after = cut(naming.value(change.field(), change.after()));
        boolean undoing = !change.undoes().isEmpty();
        String words =
                switch (change.what()) {
                    case FIELD -> {
                        if (before.isEmpty()) {
                            yield texts().get(RecordText.SET, field, after);
                        }
                        yield after.isEmpty()
                                ? texts().get(RecordText.CLEARED, field, before)
                                : texts().get(RecordText.CHANGED, field, before, after);
                    }
                    case ADDED -> texts().get(RecordText.ADDED, field, after);
                    case REMOVED -> texts().get(RecordText.REMOVED, field, before);
                    case NOTE -> texts().get(RecordText.NOTE, after);
                    case NOTE_WITHDRAWN -> texts().get(RecordText.NOTE_WITHDRAWN);
                    case KEPT -> texts().get(RecordText.KEPT);
                    case DROPPED -> texts().get(RecordText.DROPPED);
                    case REOPENED -> texts().get(RecordText.REOPENED, field);
                };
        return undoing ? texts().get(RecordText.UNDOING, words) : words;
    }

    private static String cut(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() <= VALUE_CHARS ? line : line.substring(0, VALUE_CHARS) + "…";
    }

    private void undo(Change change) {
        error.set("");
        Command command = new Command.Undo(change.stamp().op().toString());
        workplace
                .session()
                .submit(
                        command,
                        outcome -> {
                            if (outcome instanceof Outcome.Refused refused) {
                                error.set(texts().of(refused.why()));
                            } else {
                                workplace.say().accept(texts().get(RecordText.UNDONE));
                            }
                        });
    }
}
