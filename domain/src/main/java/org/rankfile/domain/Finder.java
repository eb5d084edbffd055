// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceNumber;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Finds what a person names: by whole id, by number, or by the start of an id. Any thread.
final class Finder {
    private final UnionSnapshot at;

    Finder(UnionSnapshot at) {
        this.at = at;
    }

    Worker worker(String name) throws CommandRefused {
        List<Worker> byNumber =
                at.workers().stream()
                        .filter(w -> w.value(WorkerField.EMPLOYEE_NO).equals(name))
                        .toList();
        return byNumber.size() == 1
                ? byNumber.getFirst()
                : only(at.workers(), Worker::id, name, Refusal.NO_SUCH_RECORD);
    }

    Grievance grievance(String name) throws CommandRefused {
        List<Grievance> byNumber = at.grievances().stream().filter(g -> isNumber(g, name)).toList();
        if (byNumber.size() > 1) {
            throw new CommandRefused(Refusal.AMBIGUOUS, name);
        }
        return byNumber.size() == 1
                ? byNumber.getFirst()
                : only(at.grievances(), Grievance::id, name, Refusal.NO_SUCH_RECORD);
    }

    /// The worker or the grievance of this name.
    RecordKey any(String name) throws CommandRefused {
        List<RecordKey> found = new ArrayList<>();
        for (boolean cases : new boolean[] {false, true}) {
            try {
                found.add(cases ? grievance(name).record().key() : worker(name).record().key());
            } catch (CommandRefused refused) {
                if (refused.outcome().why() == Refusal.AMBIGUOUS) {
                    throw refused;
                }
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CommandRefused(
                found.isEmpty() ? Refusal.NO_SUCH_RECORD : Refusal.AMBIGUOUS, name);
    }

    private static boolean isNumber(Grievance grievance, String name) {
        return GrievanceNumbers.of(grievance.record())
                .filter(number -> answersTo(number, name))
                .isPresent();
    }

    private static boolean answersTo(GrievanceNumber number, String name) {
        return number.full().equals(name) || number.brief().equals(name);
    }

    /// The one thing whose id is, or starts with, the name.
    static <T> T only(Collection<T> all, Function<T, String> id, String name, Refusal none)
            throws CommandRefused {
        List<T> found =
                all.stream()
                        .filter(each -> id.apply(each).equals(name) || starts(id.apply(each), name))
                        .limit(2)
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CommandRefused(found.isEmpty() ? none : Refusal.AMBIGUOUS, name);
    }

    private static boolean starts(String id, String name) {
        return name.length() >= Limits.PREFIX_CHARS && id.startsWith(name);
    }
}
