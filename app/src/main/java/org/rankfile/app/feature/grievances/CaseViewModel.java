// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Refusal;
import org.rankfile.domain.grievance.FieldKind;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.NextDeadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One case: its fields, its deadline, what people disagree about.
public final class CaseViewModel {
    final ObjectProperty<@Nullable Grievance> grievance = new SimpleObjectProperty<>();
    final StringProperty error = new SimpleStringProperty("");
    final SummaryViewModel summary;

    private final String id;
    private final Workplace workplace;
    private final Subscription following;
    private final List<Runnable> endings = new ArrayList<>();

    CaseViewModel(String id, Workplace workplace, Summaries summaries) {
        this.id = id;
        this.workplace = workplace;
        summary = new SummaryViewModel(summaries, workplace);
        following = workplace.session().snapshot().subscribe(now -> follow(now.grievances()));
    }

    private void follow(List<Grievance> all) {
        Grievance now = all.stream().filter(g -> g.id().equals(id)).findFirst().orElse(null);
        Grievance before = grievance.get();
        boolean same =
                before != null
                        && now != null
                        && before.record() == now.record()
                        && before.number().equals(now.number());
        if (!same) {
            grievance.set(now);
        }
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// Keeps another value of a field.
    ///
    /// @return what is wrong with it, in words; empty if it is on its way to the disk
    String edit(GrievanceField field, String typed) {
        if (field.kind() != FieldKind.SET && field.read(typed).isEmpty()) {
            return texts().get(
                            field.kind() == FieldKind.DATE
                                    ? GrievancesText.BAD_DATE
                                    : GrievancesText.BAD_VALUE);
        }
        if (typed.strip().length() > field.maxChars()) {
            return texts().of(Refusal.TOO_LONG);
        }
        submit(new Command.SetGrievance(id, Map.of(field, typed)));
        return "";
    }

    /// Keeps the next deadline, one value of three parts.
    ///
    /// @param date as `2026-11-23`; empty for no deadline
    /// @return what is wrong with it; empty if it is on its way to the disk
    String deadline(String date, String owner, String what) {
        if (date.isBlank()) {
            boolean nothing = owner.isBlank() && what.isBlank();
            return nothing
                    ? edit(GrievanceField.NEXT_DEADLINE, "")
                    : texts().get(GrievancesText.DEADLINE_NEEDS_DATE);
        }
        String text = date.strip() + ", " + owner.replace(",", " ").strip() + ", " + what.strip();
        return NextDeadline.read(text)
                .map(read -> edit(GrievanceField.NEXT_DEADLINE, read.text()))
                .orElseGet(() -> texts().get(GrievancesText.BAD_DATE));
    }

    /// Decides between values that two people gave.
    void resolve(GrievanceField field, int choice) {
        submit(new Command.Resolve(id, field, choice));
    }

    private void submit(Command command) {
        error.set("");
        workplace
                .session()
                .submit(
                        command,
                        outcome -> {
                            if (outcome instanceof Outcome.Refused refused) {
                                error.set(texts().of(refused.why()));
                            } else {
                                workplace.say().accept(texts().get(GrievancesText.KEPT));
                            }
                        });
    }

    /// Runs something when the case is left or the home is closed: what was typed is kept then.
    void beforeLeaving(Runnable keep) {
        endings.add(keep);
        endings.add(workplace.session().beforeClosing(keep));
    }

    /// The case is left.
    void close() {
        List.copyOf(endings).forEach(Runnable::run);
        endings.clear();
        following.unsubscribe();
        summary.cancel();
    }
}
