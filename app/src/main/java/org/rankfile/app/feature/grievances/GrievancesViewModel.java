// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.rankfile.app.fx.Running;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Deadlines;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.NextDeadline;

import java.time.LocalDate;
import java.util.List;

/// The cases by their next deadline, overdue ones first.
public final class GrievancesViewModel {
    final ObservableList<Grievance> shown = FXCollections.observableArrayList();
    final StringProperty filter = new SimpleStringProperty("");
    final StringProperty count = new SimpleStringProperty("");

    private final Workplace workplace;
    private Running searching = () -> {};

    public GrievancesViewModel(Workplace workplace) {
        this.workplace = workplace;
        filter.subscribe((before, now) -> search());
        workplace.session().snapshot().subscribe((before, now) -> search());
        search();
    }

    boolean inCommittee() {
        return workplace.session().inCommittee();
    }

    boolean isEmpty() {
        return workplace.session().snapshot().get().grievances().isEmpty();
    }

    /// Today, where this laptop is.
    LocalDate today() {
        return workplace.session().home().today();
    }

    private void search() {
        searching.cancel();
        String words = filter.get();
        if (words.isBlank()) {
            show(workplace.session().snapshot().get().grievances());
            return;
        }
        searching =
                workplace
                        .session()
                        .tasks()
                        .start(
                                RuntimeException.class,
                                () -> workplace.session().union().grievances(words),
                                new Tasks.Ends<>(
                                        this::show,
                                        bug -> {
                                            throw bug;
                                        }));
    }

    private void show(List<Grievance> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
        Texts texts = workplace.texts();
        long overdue = now.stream().filter(this::isOverdue).count();
        String all = texts.get(GrievancesText.COUNT, now.size());
        count.set(
                overdue == 0 ? all : all + " " + texts.get(GrievancesText.COUNT_OVERDUE, overdue));
    }

    private boolean isOverdue(Grievance grievance) {
        return !grievance.isClosed()
                && grievance
                        .nextDeadline()
                        .map(NextDeadline::date)
                        .filter(date -> Deadlines.of(date, today()) == Deadlines.OVERDUE)
                        .isPresent();
    }
}
