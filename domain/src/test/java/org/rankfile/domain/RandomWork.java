// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;
import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// What people do with lists and cases, drawn from a seed. Few records, fields and values, so that
/// they get in each other's way.
final class RandomWork {
    private static final List<GrievanceField> FIELDS =
            List.of(
                    GrievanceField.STAGE,
                    GrievanceField.STATEMENT,
                    GrievanceField.REMEDY,
                    GrievanceField.NEXT_DEADLINE);

    private final Supplier<List<OpId>> ops;
    private final Random random;

    /// @param ops what can be undone
    RandomWork(Supplier<List<OpId>> ops, Random random) {
        this.ops = ops;
        this.random = random;
    }

    Command next(Union union) {
        UnionSnapshot now = union.snapshot();
        int kind = random.nextInt(12);
        if (kind < 2) {
            return new Command.ImportMembers(list(), "list", false);
        }
        if (kind == 2 && !now.batches().isEmpty()) {
            BatchView batch = one(now.batches());
            return new Command.UndoImport(batch.batch().id());
        }
        if (kind == 3 || now.grievances().isEmpty()) {
            return new Command.NewGrievance("", "Statement " + random.nextInt(100), 2026);
        }
        if (kind < 6 && !now.workers().isEmpty()) {
            Worker worker = one(now.workers());
            return random.nextInt(4) == 0
                    ? new Command.AddNote(worker.id(), "Note " + random.nextInt(100))
                    : new Command.SetWorker(worker.id(), workerFields());
        }
        Grievance grievance = one(now.grievances());
        if (kind < 10) {
            return new Command.SetGrievance(grievance.id(), caseFields());
        }
        if (kind == 10 && !grievance.open().isEmpty()) {
            GrievanceField field = one(List.copyOf(grievance.open().keySet()));
            return new Command.Resolve(grievance.id(), field, 1 + random.nextInt(2));
        }
        return new Command.Undo(one(ops.get()).toString());
    }

    private Map<GrievanceField, String> caseFields() {
        if (random.nextInt(3) == 0) {
            return Map.of(GrievanceField.ARTICLES, random.nextInt(4) + ", " + random.nextInt(4));
        }
        return random.nextBoolean()
                ? Map.of(one(FIELDS), value())
                : Map.of(GrievanceField.STAGE, value(), GrievanceField.REMEDY, value());
    }

    private String value() {
        int day = random.nextInt(10);
        return day == 0 ? "" : "2026-12-0" + day;
    }

    private Map<WorkerField, String> workerFields() {
        return Map.of(
                random.nextBoolean() ? WorkerField.SHIFT : WorkerField.CITY,
                random.nextInt(6) == 0 ? "" : "Value " + random.nextInt(9));
    }

    private MemberTable list() {
        StringBuilder csv = new StringBuilder("Emp ID,First,Shift\n");
        for (int number = 0; number < 4; number++) {
            if (random.nextBoolean()) {
                csv.append(number)
                        .append(",Name")
                        .append(number)
                        .append(",Shift ")
                        .append(random.nextInt(3))
                        .append('\n');
            }
        }
        try {
            return MemberFile.read(csv.toString().getBytes(UTF_8));
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
