// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everybody in the local and their devices, from the admitted ops of the hall. Engine thread only.
public final class Hall {
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<DeviceId, Device> devices = new HashMap<>();
    private final Map<PeerId, DeviceId> peers = new HashMap<>();

    /// A person.
    ///
    /// @param since the authority op that admitted them
    public record Person(PersonId id, String name, Role role, Dot since) {}

    /// A device and whose it is.
    ///
    /// @param since the authority op that certified it
    public record Device(DeviceId id, PersonId person, DeviceKeys keys, Dot since, OpId by) {}

    void add(Person person) {
        people.putIfAbsent(person.id(), person);
    }

    /// Adds a device. Where two ops certify one key for two people, the smaller id wins, so that
    /// everybody sees the same.
    void add(Device device) {
        Device known = devices.get(device.id());
        if (known == null || device.by().compareTo(known.by()) < 0) {
            devices.put(device.id(), device);
            peers.put(device.keys().peer(), device.id());
        }
    }

    /// The person of an id.
    public @Nullable Person person(PersonId id) {
        return people.get(id);
    }

    /// The device of an id.
    public @Nullable Device device(DeviceId id) {
        return devices.get(id);
    }

    /// The person whose device a signing key is.
    public Optional<Person> personOf(DeviceId id) {
        Device device = devices.get(id);
        return device == null ? Optional.empty() : Optional.ofNullable(people.get(device.person()));
    }

    /// The device of a libp2p peer.
    public Optional<Device> deviceOf(PeerId peer) {
        return Optional.ofNullable(peers.get(peer)).map(devices::get);
    }

    /// All people.
    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    /// The devices of a person, ascending.
    public List<Device> devicesOf(PersonId person) {
        return devices.values().stream()
                .filter(device -> device.person().equals(person))
                .sorted(Comparator.comparing(Device::id))
                .toList();
    }

    /// The members among the given people, by name and then id.
    public List<Member> members(Collection<PersonId> among) {
        List<Member> members = new ArrayList<>();
        for (PersonId id : among) {
            Person person = people.get(id);
            if (person != null) {
                List<DeviceId> ids = devicesOf(id).stream().map(Device::id).toList();
                members.add(new Member(id, person.name(), person.role(), ids));
            }
        }
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::id));
        return List.copyOf(members);
    }
}
