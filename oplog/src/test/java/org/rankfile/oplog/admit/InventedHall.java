// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Histories of halls in which nobody can be trusted: whoever has a device says anything, as of any
/// moment, also twice under one number. A seed replays one.
final class InventedHall {
    private static final int PEOPLE = 7;

    private final SeededRandom random;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> sound = new ArrayList<>();
    private final Set<OpId> heads = new HashSet<>();
    private final Map<DeviceId, Entry> tips = new HashMap<>();
    private final List<PersonId> people = new ArrayList<>();
    private final List<DeviceId> devices = new ArrayList<>();
    private final List<OpId> suspensions = new ArrayList<>();
    private final Resolved admitted = new Resolved();
    private int added;

    private InventedHall(long seed) {
        random = new SeededRandom(seed);
        DeviceId device = device();
        write(device, List.of(), new Deed.Found(device));
    }

    /// A history in a causal order; the founding is the first.
    static List<Entry> history(long seed, int length) {
        InventedHall hall = new InventedHall(seed);
        while (hall.entries.size() < length) {
            hall.step();
        }
        return hall.entries;
    }

    private DeviceId device() {
        DeviceId device = new DeviceId(Hash.of(random.bytes(Hash.BYTES)));
        devices.add(device);
        return device;
    }

    private void step() {
        DeviceId by = speaker();
        if (people.size() < PEOPLE && random.nextInt(entries.size() + 4) < 8) {
            admit(by);
        } else if (random.nextInt(5) == 0) {
            together(Gen.pick(random, people));
        } else {
            write(by, known(), deed(by));
        }
    }

    /// Mostly a manager's device: others may do little.
    private DeviceId speaker() {
        List<DeviceId> managers = managers();
        return managers.isEmpty() || random.nextInt(4) == 0
                ? Gen.pick(random, devices)
                : Gen.pick(random, managers);
    }

    private List<DeviceId> managers() {
        Authority now = new Authority(admitted.acts, View.NOW);
        return now.managers()
                .flatMap(person -> admitted.acts.devices(person).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// What takes several managers.
    private void together(PersonId person) {
        boolean removal = random.nextInt(3) == 0;
        Deed.Matter matter =
                new Deed.Matter(person, removal ? Optional.empty() : Optional.of(Role.MANAGER));
        for (DeviceId each : managers()) {
            write(each, known(), new Deed.Endorse(matter, isOften()));
        }
        Deed deed = removal ? new Deed.Remove(person) : new Deed.Assign(person, Role.MANAGER);
        write(speaker(), List.copyOf(heads), deed);
    }

    /// Somebody new, with a device.
    private void admit(DeviceId by) {
        Role role = random.nextInt(2) == 0 ? Role.KEEPER : role();
        boolean manager = added++ < 2 || random.nextInt(3) > 0;
        Entry add =
                write(
                        by,
                        known(),
                        new Deed.Add(manager && role == Role.KEEPER ? Role.MANAGER : role));
        write(by, known(), new Deed.Certify(new PersonId(add.id().hash()), device()));
    }

    private Deed deed(DeviceId by) {
        PersonId person = Gen.pick(random, people);
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new Deed.Suspend(person);
            case 3, 4, 5 -> new Deed.Remove(person);
            case 6, 7 -> new Deed.Endorse(new Deed.Matter(person, Optional.empty()), isOften());
            case 8, 9 ->
                    new Deed.Endorse(new Deed.Matter(person, Optional.of(Role.MANAGER)), isOften());
            case 10, 11 -> new Deed.Assign(person, random.nextInt(3) > 0 ? Role.MANAGER : role());
            case 12 ->
                    suspensions.isEmpty()
                            ? new Deed.Other()
                            : new Deed.Reinstate(Gen.pick(random, suspensions));
            case 13 -> new Deed.Certify(person, Gen.pick(random, devices));
            case 14 ->
                    new Deed.Revoke(
                            person, random.nextInt(3) == 0 ? by : Gen.pick(random, devices));
            default -> new Deed.Other();
        };
    }

    private Role role() {
        return Gen.pick(random, List.of(Role.values()));
    }

    private boolean isOften() {
        return random.nextInt(6) > 0;
    }

    /// What somebody knows: everything, or some of it.
    private List<OpId> known() {
        if (random.nextInt(5) < 3) {
            return List.copyOf(heads);
        }
        List<OpId> some = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(Gen.pick(random, random.nextInt(30) == 0 ? entries : sound).id());
        }
        return some;
    }

    private Entry write(DeviceId by, List<OpId> known, Deed deed) {
        Entry before = before(by);
        OpId backlink = before == null ? OpId.NONE : before.id();
        long seq = before == null ? 1 : before.seq() + 1;
        List<OpId> deps =
                known.stream().filter(id -> !id.equals(backlink)).distinct().sorted().toList();
        OpId id = new OpId(Hash.of(random.bytes(Hash.BYTES)));
        Entry entry = new Entry(id, by, seq, backlink, deps, deed);
        entries.add(entry);
        admitted.take(entry);
        if (admitted.acts.get(id) != null) {
            sound.add(entry);
        }
        if (admitted.acts.get(id) == null && random.nextInt(20) > 0) {
            // Honest devices name nothing that was refused; little would come of it.
            return entry;
        }
        heads.remove(backlink);
        deps.forEach(heads::remove);
        heads.add(id);
        tips.put(by, entry);
        if (deed instanceof Deed.Found || deed instanceof Deed.Add) {
            people.add(new PersonId(id.hash()));
        }
        if (deed instanceof Deed.Suspend) {
            suspensions.add(id);
        }
        return entry;
    }

    /// The device's op before; now and then an earlier one, so that two have one number.
    private @Nullable Entry before(DeviceId by) {
        if (random.nextInt(40) > 0) {
            return tips.get(by);
        }
        List<Entry> own = entries.stream().filter(entry -> entry.device().equals(by)).toList();
        return own.isEmpty() ? tips.get(by) : Gen.pick(random, own);
    }
}
