// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.domain.csv.Fold;
import org.rankfile.domain.record.RecordIds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What tells two workers apart in a list: their numbers; where a list has none, name, phone and
/// department together.
///
/// @param keys one for each number, in the order of their rank; or one for the name
record Identity(List<String> keys) {
    private static final Label LABEL = new Label("rankfile/worker-id/1");
    private static final String NAME = "name=";
    private static final List<WorkerField> NUMBERS =
            List.of(WorkerField.EMPLOYEE_NO, WorkerField.MEMBER_NO, WorkerField.EXTERNAL_ID);

    Identity {
        keys = List.copyOf(keys);
    }

    static Identity of(Map<WorkerField, String> values) {
        List<String> keys = new ArrayList<>();
        for (WorkerField number : NUMBERS) {
            String value = Fold.text(values.getOrDefault(number, "")).strip();
            if (!value.isEmpty()) {
                keys.add(number.column() + "=" + value);
            }
        }
        if (keys.isEmpty()) {
            keys.add(name(values));
        }
        return new Identity(keys);
    }

    /// Whether there is no number to go by.
    boolean isName() {
        return keys.getFirst().startsWith(NAME);
    }

    /// The same number gives the same id on every device, so that two people who import the same
    /// list while they are apart have made the same workers.
    String recordId() {
        byte[] key = keys.getFirst().getBytes(StandardCharsets.UTF_8);
        return RecordIds.text(Hash.sha256(LABEL, key).bytes());
    }

    private static String name(Map<WorkerField, String> values) {
        StringBuilder key = new StringBuilder(NAME);
        for (WorkerField field :
                List.of(
                        WorkerField.FIRST_NAME,
                        WorkerField.GOES_BY,
                        WorkerField.LAST_NAME,
                        WorkerField.PHONE_CELL,
                        WorkerField.DEPARTMENT)) {
            key.append(Fold.name(values.getOrDefault(field, ""))).append('|');
        }
        return key.toString();
    }
}
