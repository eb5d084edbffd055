// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.GrievanceNumber;
import org.rankfile.domain.record.Ledger;
import org.rankfile.domain.record.RecordView;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.Replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives numbers to cases, and decides how they are shown (EV-12). Engine thread only.
final class GrievanceNumbers {
    private static final int MARK_CHARS = 4;

    private final Replica replica;

    GrievanceNumbers(Replica replica) {
        this.replica = replica;
    }

    /// The next number of a year that this device gives.
    GrievanceNumber next(int year, Collection<GrievanceNumber> known) {
        String mark = replica.status().device().toString().substring(0, MARK_CHARS);
        return GrievanceNumber.next(year, known, mark);
    }

    /// How each case's number is shown: without its mark once every device of the committee has
    /// written with knowledge of it and no other case has the same. Nobody can give it again then.
    Map<RecordKey, String> shown(Ledger ledger, Collection<RecordView> cases) {
        List<DeviceId> devices = devices();
        Map<String, Integer> uses = new HashMap<>();
        Map<RecordKey, GrievanceNumber> numbers = new HashMap<>();
        for (RecordView view : cases) {
            of(view).ifPresent(number -> numbers.put(view.key(), number));
        }
        numbers.values().forEach(number -> uses.merge(number.brief(), 1, Integer::sum));
        Map<RecordKey, String> shown = new HashMap<>();
        numbers.forEach((key, number) -> {
            boolean settled =
                    uses.getOrDefault(number.brief(), 0) == 1
                            && ledger.origin(key, GrievanceNumber.FIELD)
                                    .filter(dot -> ledger.seenByAll(dot, devices))
                                    .isPresent();
            shown.put(key, settled ? number.brief() : number.full());
        });
        return shown;
    }

    /// The number that a case was given.
    static Optional<GrievanceNumber> of(RecordView view) {
        return GrievanceNumber.read(view.value(GrievanceNumber.FIELD));
    }

    private List<DeviceId> devices() {
        List<DeviceId> devices = new ArrayList<>();
        for (Member member : replica.members(Ledger.CIRCLE)) {
            devices.addAll(member.devices());
        }
        return devices;
    }
}
