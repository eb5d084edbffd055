// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.Batch;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventPacker;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.GrievanceNumber;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.record.Choice;
import org.rankfile.domain.record.Inverse;
import org.rankfile.domain.record.Ledger;
import org.rankfile.domain.record.RecordIds;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.domain.roster.RosterIndex;
import org.rankfile.domain.roster.Worker;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Replica;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Carries out commands: each is one durable commit, or nothing. Engine thread only.
final class CommandRunner {
    private static final int TITLE_CHARS = 60;

    private final Replica replica;
    private final Projection projection;
    private final GrievanceNumbers numbers;
    private final Supplier<UnionSnapshot> snapshot;
    private final RandomGenerator random;

    CommandRunner(
            Replica replica,
            Projection projection,
            Supplier<UnionSnapshot> snapshot,
            RandomGenerator random) {
        this.replica = replica;
        this.projection = projection;
        this.numbers = new GrievanceNumbers(replica);
        this.snapshot = snapshot;
        this.random = random;
    }

    Outcome run(Command command) {
        try {
            if (replica.members(Ledger.CIRCLE).isEmpty()) {
                return new Outcome.Refused(Refusal.NOT_IN_COMMITTEE, "");
            }
            return switch (command) {
                case Command.ImportMembers c -> importMembers(c);
                case Command.UndoImport c -> undoImport(c);
                case Command.SetWorker c -> {
                    Worker worker = finder().worker(c.id());
                    yield write(worker.record().key(), FieldWrites.of(worker, c.values()));
                }
                case Command.NewGrievance c -> newGrievance(c);
                case Command.SetGrievance c -> {
                    Grievance grievance = finder().grievance(c.id());
                    yield write(grievance.record().key(), FieldWrites.of(grievance, c.values()));
                }
                case Command.AddNote c -> addNote(c);
                case Command.Resolve c -> resolve(c);
                case Command.Undo c -> undo(c);
            };
        } catch (CommandRefused refused) {
            return refused.outcome();
        } catch (AppendRefused refused) {
            return new Outcome.Refused(Refusal.of(refused.reason()), "");
        }
    }

    private Finder finder() {
        return new Finder(snapshot.get());
    }

    private Ledger ledger() {
        return projection.ledger();
    }

    private Outcome importMembers(Command.ImportMembers command) throws AppendRefused {
        ImportPlan plan =
                ImportPlan.of(
                        command.table(),
                        new RosterIndex(snapshot.get().workers()),
                        id -> ledger().knows(RecordKey.worker(id)),
                        () -> RecordIds.random(random));
        List<Event> events = plan.events();
        if (command.dryRun() || events.isEmpty()) {
            return new Outcome.Imported(plan, Optional.empty());
        }
        Optional<Batch> batch =
                Optional.of(new Batch(RecordIds.random(random), shortened(command.name())));
        append(EventPacker.pack(batch, List.of(), events));
        return new Outcome.Imported(plan, batch);
    }

    private Outcome undoImport(Command.UndoImport command) throws CommandRefused, AppendRefused {
        BatchView batch =
                Finder.only(
                        snapshot.get().batches(),
                        each -> each.batch().id(),
                        command.batch(),
                        Refusal.NO_SUCH_BATCH);
        return takeBack(Set.copyOf(batch.ops()), command.batch());
    }

    private Outcome undo(Command.Undo command) throws CommandRefused, AppendRefused {
        OpId op = Finder.only(ledger().ops(), OpId::toString, command.op(), Refusal.NO_SUCH_OP);
        Optional<Batch> batch = ledger().batchOf(op);
        if (batch.isPresent()) {
            throw new CommandRefused(Refusal.PART_OF_IMPORT, batch.get().id());
        }
        return takeBack(ledger().together(op), command.op());
    }

    private Outcome takeBack(Set<OpId> ops, String about) throws CommandRefused, AppendRefused {
        Inverse inverse = Inverse.of(ledger(), ops);
        if (inverse.events().isEmpty()) {
            throw new CommandRefused(Refusal.NOTHING_TO_UNDO, about);
        }
        List<OpId> named = ops.stream().sorted().toList();
        List<OpId> written = append(EventPacker.pack(Optional.empty(), named, inverse.events()));
        return new Outcome.Done(Optional.empty(), written, inverse.conflicts());
    }

    private Outcome newGrievance(Command.NewGrievance command)
            throws CommandRefused, AppendRefused {
        String statement = FieldWrites.read(GrievanceField.STATEMENT, command.statement());
        if (statement.isEmpty()) {
            throw new CommandRefused(Refusal.NO_STATEMENT, "");
        }
        if (command.year() < 1900 || command.year() > 9999) {
            throw new CommandRefused(Refusal.BAD_VALUE, "year");
        }
        String title = FieldWrites.read(GrievanceField.TITLE, command.title());
        List<GrievanceNumber> known =
                ledger().everGiven(RecordKey.GRIEVANCE, GrievanceNumber.FIELD).stream()
                        .flatMap(text -> GrievanceNumber.read(text).stream())
                        .toList();
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put(GrievanceNumber.FIELD, numbers.next(command.year(), known).full());
        fields.put(GrievanceField.TITLE.key(), title.isEmpty() ? firstWords(statement) : title);
        fields.put(GrievanceField.STATEMENT.key(), statement);
        fields.put(GrievanceField.STATUS.key(), GrievanceField.STATUS.words().getFirst());
        RecordKey key = RecordKey.grievance(RecordIds.random(random));
        return write(key, List.of(new Event.Put(key, fields)));
    }

    private Outcome addNote(Command.AddNote command) throws CommandRefused, AppendRefused {
        String text = FieldWrites.note(command.text());
        RecordKey key = finder().any(command.id());
        return write(key, List.of(new Event.Note(key, text)));
    }

    private Outcome resolve(Command.Resolve command) throws CommandRefused, AppendRefused {
        Grievance grievance = finder().grievance(command.id());
        String field = command.field().key();
        Choice chosen =
                grievance.open().getOrDefault(command.field(), List.of()).stream()
                        .filter(choice -> choice.number() == command.choice())
                        .findFirst()
                        .orElseThrow(() -> new CommandRefused(Refusal.NO_SUCH_CHOICE, field));
        SortedMap<String, String> decided = new TreeMap<>();
        decided.put(field, chosen.value());
        RecordKey key = grievance.record().key();
        return write(key, List.of(new Event.Put(key, decided)));
    }

    private Outcome write(RecordKey key, List<Event> events) throws AppendRefused {
        List<OpId> ops =
                events.isEmpty()
                        ? List.of()
                        : append(EventPacker.pack(Optional.empty(), List.of(), events));
        return new Outcome.Done(Optional.of(key), ops, List.of());
    }

    private List<OpId> append(List<byte[]> bodies) throws AppendRefused {
        List<ContentOp> ops = replica.appendAll(Ledger.CIRCLE, bodies);
        return ops.stream().map(ContentOp::id).toList();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), Limits.SHORT_CHARS));
    }

    private static String firstWords(String statement) {
        String line = statement.lines().findFirst().orElse("").strip();
        if (line.length() <= TITLE_CHARS) {
            return line;
        }
        int space = line.lastIndexOf(' ', TITLE_CHARS);
        return line.substring(0, space > 0 ? space : TITLE_CHARS) + "…";
    }
}
