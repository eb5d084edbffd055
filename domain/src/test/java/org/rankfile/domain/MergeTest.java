// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventCodec;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.record.Change;
import org.rankfile.domain.record.Choice;
import org.rankfile.domain.record.NoteText;
import org.rankfile.domain.record.RecordView;
import org.rankfile.domain.roster.Worker;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.OpId;
import org.rankfile.testkit.Gen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Several people work while their devices are apart, and the ops arrive in any order, late and
/// more than once: EV-6, EV-7, EV-8, EV-9, EV-10, EV-11, EV-12 as properties.
class MergeTest {
    private static final int SEEDS = 30;
    private static final int STEPS = 60;

    private final Set<OpId> acknowledged = new HashSet<>();

    @Test
    void everybodyEndsWithTheSameWhateverTheOrderOfDelivery() {
        Gen.forSeeds(1, SEEDS, seed -> work(new Random(seed), false, Duration.ofMinutes(30)));
    }

    @Test
    void everybodyEndsWithTheSameWhereAClockIsDaysAhead() {
        Gen.forSeeds(1000, SEEDS / 3, seed -> work(new Random(seed), false, Duration.ofDays(3)));
    }

    @Test
    void anUndoGivesBackExactlyWhatWasThereAndItsUndoWhatItTookAway() {
        Gen.forSeeds(2000, SEEDS, seed -> work(new Random(seed), true, Duration.ofMinutes(30)));
    }

    private void work(Random random, boolean undoing, Duration skew) {
        PretendMesh mesh = new PretendMesh(random, 3 + random.nextInt(2));
        mesh.devices.getFirst().time.advance(skew);
        RandomWork work =
                new RandomWork(() -> mesh.all.stream().map(ContentOp::id).toList(), random);
        acknowledged.clear();
        for (int step = 0; step < STEPS; step++) {
            PretendMesh.Device device = mesh.devices.get(random.nextInt(mesh.devices.size()));
            device.time.advance(Duration.ofSeconds(random.nextInt(90)));
            if (random.nextInt(3) == 0) {
                mesh.deliver(device, random.nextDouble());
            } else if (undoing) {
                doAndUndo(device.union(), work.next(device.union()));
            } else {
                acknowledged(device.union(), work.next(device.union()));
            }
        }
        for (int round = 0; round < mesh.devices.size(); round++) {
            mesh.devices.forEach(device -> mesh.deliver(device, 1));
        }
        PretendMesh.Device first = mesh.devices.getFirst();
        for (PretendMesh.Device device : mesh.devices) {
            device.time.set(first.time.instant());
            mesh.deliver(device, 0);
            same(whole(device.union()), whole(first.union()), device.name);
        }
        nothingIsLost(mesh, first.union());
    }

    private List<OpId> acknowledged(Union union, Command command) {
        Outcome outcome = union.submit(command).join();
        List<OpId> ops = outcome instanceof Outcome.Done done ? done.ops() : List.of();
        acknowledged.addAll(ops);
        return ops;
    }

    private void doAndUndo(Union union, Command command) {
        List<String> before = shown(union.snapshot());
        List<OpId> done = acknowledged(union, command);
        if (done.isEmpty()) {
            return;
        }
        List<String> after = shown(union.snapshot());
        List<OpId> undone = acknowledged(union, new Command.Undo(done.getFirst().toString()));
        same(shown(union.snapshot()), before, "undo of " + command);
        acknowledged(union, new Command.Undo(undone.getFirst().toString()));
        same(shown(union.snapshot()), after, "redo of " + command);
    }

    private static void same(List<String> now, List<String> wanted, String what) {
        List<String> surplus = new ArrayList<>(now);
        surplus.removeAll(wanted);
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(now);
        assertThat(surplus).as("%s: surplus, missing %s", what, missing).isEmpty();
        assertThat(now.equals(wanted)).as("%s: order", what).isTrue();
    }

    /// Every acknowledged op is in the history of a record; every value that no author of another
    /// one knew is shown.
    private void nothingIsLost(PretendMesh mesh, Union union) {
        Set<OpId> told = new HashSet<>();
        Map<String, List<Written>> written = new TreeMap<>();
        for (ContentOp op : mesh.all) {
            for (Event event : EventCodec.decode(op.body()).orElseThrow().events()) {
                switch (event) {
                    case Event.Put(RecordKey key, var fields) ->
                            fields.forEach((f, v) -> written(written, op, key, f, List.of(v)));
                    case Event.Reopen(RecordKey key, String field, var values) ->
                            written(written, op, key, field, values);
                    default -> {
                        // Not the value of a field.
                    }
                }
            }
        }
        UnionSnapshot now = union.snapshot();
        for (RecordKey key : keys(mesh)) {
            for (Change change : union.history(key).join().orElseThrow()) {
                told.add(change.stamp().op());
            }
        }
        assertThat(told).containsAll(acknowledged);
        records(now)
                .forEach(record ->
                        written.forEach((name, all) -> {
                            if (name.startsWith(record.key().id() + "|")) {
                                String field = name.substring(name.indexOf('|') + 1);
                                assertThat(values(record, field)).isEqualTo(unreplaced(all));
                            }
                        }));
    }

    private record Written(ContentOp op, List<String> values) {}

    private static void written(
            Map<String, List<Written>> written,
            ContentOp op,
            RecordKey key,
            String field,
            List<String> values) {
        written.computeIfAbsent(key.id() + "|" + field, name -> new ArrayList<>())
                .add(new Written(op, values));
    }

    private static Set<String> unreplaced(List<Written> all) {
        Set<String> values = new TreeSet<>();
        for (Written one : all) {
            if (all.stream().noneMatch(other -> other.op().seen().includes(one.op().dot()))) {
                values.addAll(one.values());
            }
        }
        return values;
    }

    private static Set<String> values(RecordView record, String field) {
        List<Choice> open = record.open().getOrDefault(field, List.of());
        Set<String> values = new TreeSet<>(open.stream().map(Choice::value).toList());
        values.add(record.value(field));
        return values;
    }

    private static Set<RecordKey> keys(PretendMesh mesh) {
        Set<RecordKey> keys = new TreeSet<>();
        for (ContentOp op : mesh.all) {
            EventCodec.decode(op.body()).orElseThrow().events().stream()
                    .map(MergeTest::key)
                    .forEach(keys::add);
        }
        return keys;
    }

    private static RecordKey key(Event event) {
        return switch (event) {
            case Event.Put put -> put.key();
            case Event.Elements elements -> elements.key();
            case Event.Note note -> note.key();
            case Event.Strike strike -> strike.key();
            case Event.Unstrike back -> back.key();
            case Event.Reopen open -> open.key();
            case Event.Drop drop -> drop.key();
            case Event.Step step -> throw new AssertionError(step);
            case Event.Unknown unknown -> throw new AssertionError(unknown);
        };
    }

    private static Stream<RecordView> records(UnionSnapshot now) {
        return Stream.concat(
                now.workers().stream().map(Worker::record),
                now.grievances().stream().map(Grievance::record));
    }

    /// What people see of the records, without who wrote it and when. Which of several open values
    /// stands first is not part of it.
    private static List<String> shown(UnionSnapshot now) {
        return records(now).map(MergeTest::shown).sorted().toList();
    }

    private static String shown(RecordView record) {
        Map<String, Set<String>> values = new TreeMap<>();
        record.values().keySet().forEach(field -> values.put(field, values(record, field)));
        record.open().keySet().forEach(field -> values.put(field, values(record, field)));
        List<String> notes = record.notes().stream().map(NoteText::text).toList();
        return record.key().id() + values + new TreeMap<>(record.sets()) + notes;
    }

    /// Everything that there is to see.
    private static List<String> whole(Union union) {
        UnionSnapshot now = union.snapshot();
        List<String> whole = new ArrayList<>(shown(now));
        now.grievances().forEach(grievance -> whole.add(grievance.number()));
        now.batches().forEach(batch -> whole.add(batch.toString()));
        records(now)
                .forEach(record ->
                        whole.add(
                                new TreeMap<>(record.values())
                                        + " "
                                        + record.open()
                                        + record.notes()));
        records(now).forEach(record -> whole.add(record.history().toString()));
        return whole;
    }
}
