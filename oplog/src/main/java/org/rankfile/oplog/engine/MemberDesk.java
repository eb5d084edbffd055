// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AppendRefused.Reason;
import org.rankfile.oplog.Decision;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.Stewardship;
import org.rankfile.oplog.admit.CircleState.KnownEpoch;
import org.rankfile.oplog.admit.Deed;
import org.rankfile.oplog.admit.DeedCodec;
import org.rankfile.oplog.admit.DeviceCertificate;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.join.DeviceKeys;
import org.rankfile.store.StoreException;

import java.util.List;
import java.util.Optional;

/// Writes who is in and who is out. Whatever shuts somebody out ends with new keys in every circle
/// that we are in, so that nothing is written for them any more. Engine thread only.
final class MemberDesk implements Stewardship {
    private final LocalLog log;
    private final Author author;
    private final Runnable changed;

    /// @param changed is told when something was written
    MemberDesk(LocalLog log, Author author, Runnable changed) {
        this.log = log;
        this.author = author;
        this.changed = changed;
    }

    /// Admits a person with a first device, and mints for the circles they are in now. Doing it
    /// again for the same device changes nothing, so that it can be taken up after a crash.
    ///
    /// A manager is admitted as a steward where it takes others to make one; our word is given.
    PersonId admit(String name, Role role, DeviceKeys keys) throws AppendRefused {
        Circle hall = author.ours(CircleIdentity.HALL);
        Hall.Device known = log.hall().device(DeviceCertificate.device(keys));
        boolean gone = known != null && !log.hall().isIn(known.person());
        // Nobody can be a keeper yet: who is let in gets the keys of the hall. The device of
        // somebody who was removed is never good again.
        if (!mayAdd(Role.MEMBER) || role == Role.KEEPER || gone) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        Role first = role == Role.MANAGER && !mayAdd(role) ? Role.STEWARD : role;
        try {
            PersonId person = known == null ? add(hall, name, first, keys) : known.person();
            if (role == Role.STEWARD || role == Role.MANAGER) {
                seat(author.ours(CircleIdentity.COMMITTEE), person);
            }
            author.rekey(hall);
            if (first != role) {
                decide(new Deed.Assign(person, role), new Deed.Matter(person, Optional.of(role)));
            }
            return person;
        } catch (StoreException e) {
            throw Author.refused(e);
        }
    }

    private boolean mayAdd(Role role) {
        return log.hall().may(log.self(), new Deed.Add(role));
    }

    private PersonId add(Circle hall, String name, Role role, DeviceKeys keys)
            throws StoreException {
        KnownEpoch epoch = author.sealing(hall);
        Batch batch = author.authority(hall);
        ObjectNode add = Cbor.map();
        add.put("name", name);
        add.put("role", role.code());
        OpId id = batch.add(OpType.ADD, Cbor.write(add), epoch.mint(), epoch.authority()).op().id();
        ObjectNode device = named(new PersonId(id.hash()));
        DeviceCertificate.put(device, keys);
        batch.add(OpType.DEVICE_ADD, Cbor.write(device), epoch.mint(), epoch.authority());
        log.commit(hall, batch.made());
        return new PersonId(id.hash());
    }

    private static ObjectNode named(PersonId person) {
        ObjectNode body = Cbor.map();
        body.put("person", person.hash().bytes());
        return body;
    }

    private void seat(Circle circle, PersonId person) throws StoreException {
        if (!circle.membership().people().contains(person)) {
            write(circle, OpType.JOIN_CIRCLE, Cbor.write(named(person)));
        }
        author.rekey(circle);
    }

    private void write(Circle circle, int type, byte[] body) throws StoreException {
        KnownEpoch epoch = author.sealing(circle);
        Batch batch = author.authority(circle);
        batch.add(type, body, epoch.mint(), epoch.authority());
        log.commit(circle, batch.made());
    }

    @Override
    public Decision suspend(PersonId person) throws AppendRefused {
        return decide(new Deed.Suspend(person));
    }

    @Override
    public Decision reinstate(PersonId person) throws AppendRefused {
        Decision decision = Decision.DONE;
        List<OpId> suspensions = log.hall().suspensions(person);
        if (suspensions.isEmpty()) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        for (OpId suspension : suspensions) {
            decision = decide(new Deed.Reinstate(suspension));
        }
        return decision;
    }

    @Override
    public Decision remove(PersonId person) throws AppendRefused {
        return decide(new Deed.Remove(person), new Deed.Matter(person, Optional.empty()));
    }

    @Override
    public Decision assign(PersonId person, Role role) throws AppendRefused {
        if (role == Role.KEEPER) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        return decide(new Deed.Assign(person, role), new Deed.Matter(person, Optional.of(role)));
    }

    @Override
    public Decision withdraw(PersonId person, Optional<Role> role) throws AppendRefused {
        return decide(new Deed.Endorse(new Deed.Matter(person, role), false));
    }

    @Override
    public Decision revoke(PersonId person, DeviceId device) throws AppendRefused {
        return decide(new Deed.Revoke(person, device));
    }

    private Decision decide(Deed deed) throws AppendRefused {
        Circle hall = hall();
        if (!log.hall().may(log.self(), deed)) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        try {
            write(hall, DeedCodec.type(deed), DeedCodec.body(deed));
            follow(deed instanceof Deed.Reinstate);
        } catch (StoreException e) {
            throw Author.refused(e);
        } finally {
            changed.run();
        }
        return Decision.DONE;
    }

    /// Does what needs a quorum if it is there with us, or else gives our word for it.
    private Decision decide(Deed deed, Deed.Matter matter) throws AppendRefused {
        if (log.hall().may(log.self(), deed)) {
            return decide(deed);
        }
        hall();
        if (!log.hall().mayWithOthers(log.self(), deed)) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        PersonId me = log.hall().personOf(log.self()).map(Hall.Person::id).orElse(null);
        List<PersonId> wanting = log.hall().wanting(matter.person(), matter.role());
        if (me == null || !wanting.contains(me)) {
            decide(new Deed.Endorse(matter, true));
        }
        int now = log.hall().wanting(matter.person(), matter.role()).size();
        return new Decision(false, now, log.hall().quorum());
    }

    /// The hall, for whoever is in it; suspended, they may do little, but that.
    private Circle hall() throws AppendRefused {
        return author.ours(CircleIdentity.HALL);
    }

    /// After somebody was shut out or let in again: their seats in other circles end, and every
    /// circle that we can read gets new keys.
    private void follow(boolean readmitted) throws StoreException {
        boolean reading = log.hall().personOf(log.self()).filter(this::isFree).isPresent();
        for (Circle circle : log.circles()) {
            if (reading && circle.membership().people().contains(me())) {
                for (PersonId gone : circle.membership().departed()) {
                    write(circle, OpType.LEAVE_CIRCLE, Cbor.write(named(gone)));
                }
                if (readmitted) {
                    author.relink(circle);
                } else {
                    author.rekey(circle);
                }
            }
        }
    }

    private boolean isFree(Hall.Person person) {
        return !log.hall().isSuspended(person.id());
    }

    private PersonId me() {
        return log.hall()
                .personOf(log.self())
                .map(Hall.Person::id)
                .orElseGet(() -> new PersonId(OpId.NONE.hash()));
    }
}
