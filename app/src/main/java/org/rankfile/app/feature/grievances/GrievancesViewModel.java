// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.rankfile.app.fx.Search;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Deadlines;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Union;
import org.rankfile.domain.UnionSnapshot;
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

    public GrievancesViewModel(Workplace workplace) {
        this.workplace = workplace;
        Search<Grievance> _ =
                new Search<>(
                        workplace.session(),
                        filter,
                        new Search.Of<>(UnionSnapshot::grievances, Union::grievances),
                        this::show);
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
