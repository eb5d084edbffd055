// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Search;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Refusal;
import org.rankfile.domain.Union;
import org.rankfile.domain.UnionSnapshot;
import org.rankfile.domain.roster.DateOrder;
import org.rankfile.domain.roster.RosterFormat;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The member list: searched, edited, written to a file.
public final class MembersViewModel {
    final ObservableList<Worker> shown = FXCollections.observableArrayList();
    final StringProperty filter = new SimpleStringProperty("");
    final StringProperty count = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Worker> selected = new SimpleObjectProperty<>();

    private final Workplace workplace;
    private final Search<Worker> search;

    public MembersViewModel(Workplace workplace) {
        this.workplace = workplace;
        search =
                new Search<>(
                        workplace.session(),
                        filter,
                        new Search.Of<>(UnionSnapshot::workers, Union::workers),
                        this::show);
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// Whether there is anybody at all, searched for or not.
    boolean isEmpty() {
        return workplace.session().snapshot().get().workers().isEmpty();
    }

    boolean inCommittee() {
        return workplace.session().inCommittee();
    }

    private void show(List<Worker> now) {
        Worker before = selected.get();
        if (sameOrder(now)) {
            for (int i = 0; i < now.size(); i++) {
                if (shown.get(i).record() != now.get(i).record()) {
                    shown.set(i, now.get(i));
                }
            }
        } else {
            shown.setAll(now);
        }
        int all = workplace.session().snapshot().get().workers().size();
        count.set(
                filter.get().isBlank()
                        ? texts().get(MembersText.COUNT, all)
                        : texts().get(MembersText.FOUND, now.size(), all));
        if (before != null) {
            find(before.id()).ifPresentOrElse(selected::set, () -> selected.set(null));
        }
    }

    private boolean sameOrder(List<Worker> now) {
        if (now.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).id().equals(shown.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Worker> find(String id) {
        return shown.stream().filter(worker -> worker.id().equals(id)).findFirst();
    }

    /// Keeps another value of a field.
    ///
    /// @return what is wrong with it, in words; empty if it is on its way to the disk
    String edit(Worker worker, WorkerField field, String typed) {
        Optional<String> value = field.kind().read(typed, DateOrder.MONTH_FIRST);
        if (value.isEmpty()) {
            return texts().get(badValue(field), texts().of(field));
        }
        if (value.get().length() > field.maxChars()) {
            return texts().of(Refusal.TOO_LONG);
        }
        error.set("");
        workplace
                .session()
                .submit(
                        new Command.SetWorker(worker.id(), Map.of(field, typed)),
                        outcome -> {
                            if (outcome instanceof Outcome.Refused refused) {
                                error.set(texts().of(refused.why()));
                                search.again();
                            } else {
                                workplace
                                        .say()
                                        .accept(texts().get(MembersText.KEPT, worker.name()));
                            }
                        });
        return "";
    }

    private static MembersText badValue(WorkerField field) {
        return switch (field.kind()) {
            case DATE -> MembersText.BAD_DATE;
            case ASSESSMENT -> MembersText.BAD_ASSESSMENT;
            case YES_NO -> MembersText.BAD_YES_NO;
            case TEXT, LONG_TEXT, LANGUAGE -> MembersText.BAD_OTHER;
        };
    }

    /// Writes the list that is shown, unencrypted. The person was told.
    void export(Path file) {
        List<Worker> workers = List.copyOf(shown);
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        () ->
                                Files.write(
                                        file,
                                        RosterFormat.csv(workers, true)
                                                .getBytes(StandardCharsets.UTF_8)),
                        new Tasks.Ends<>(
                                written ->
                                        workplace
                                                .say()
                                                .accept(
                                                        texts().get(
                                                                        MembersText.EXPORTED,
                                                                        workers.size())),
                                refused -> error.set(texts().get(MembersText.EXPORT_FAILED))));
    }
}
