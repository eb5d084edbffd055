// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What people with a manager's keys and bad intentions try. Whoever has a device may write as of
/// any moment that it saw, so each attack says what it pretends to have known.
class MembershipAttackTest {
    private final SeededRandom random = new SeededRandom(17);
    private final Resolved hall = new Resolved();
    private final Map<DeviceId, Entry> tips = new HashMap<>();
    private final Set<OpId> heads = new LinkedHashSet<>();
    private final Someone ana;
    private final Someone ben;
    private final Someone cleo;
    private final Someone dan;

    private record Someone(PersonId id, DeviceId device) {}

    /// Ana founds; Ben, Cleo and Dan become managers with her.
    MembershipAttackTest() {
        DeviceId device = device();
        Entry founding = say(device, new Deed.Found(device));
        ana = new Someone(person(founding), device);
        ben = admit(ana, Role.MANAGER);
        cleo = admit(ana, Role.STEWARD);
        promote(cleo, ben, ana);
        dan = admit(ana, Role.STEWARD);
        promote(dan, ben, cleo, ana);
    }

    private DeviceId device() {
        return new DeviceId(Hash.of(random.bytes(Hash.BYTES)));
    }

    private static PersonId person(Entry entry) {
        return new PersonId(entry.id().hash());
    }

    /// Says something, knowing everything.
    private Entry say(DeviceId by, Deed deed) {
        Entry entry = write(by, tips.get(by), List.copyOf(heads), deed);
        assertThat(isAdmitted(entry)).as(deed.toString()).isTrue();
        tips.put(by, entry);
        heads.removeAll(entry.deps());
        heads.remove(entry.backlink());
        heads.add(entry.id());
        return entry;
    }

    /// Says something as of an earlier moment; honest devices get to know of it.
    private Entry pretend(DeviceId by, @Nullable Entry after, List<OpId> known, Deed deed) {
        Entry entry = write(by, after, known, deed);
        if (isAdmitted(entry)) {
            heads.add(entry.id());
        }
        return entry;
    }

    private Entry write(DeviceId by, @Nullable Entry after, List<OpId> known, Deed deed) {
        OpId backlink = after == null ? OpId.NONE : after.id();
        List<OpId> deps =
                known.stream().filter(id -> !id.equals(backlink)).distinct().sorted().toList();
        OpId id = new OpId(Hash.of(random.bytes(Hash.BYTES)));
        long seq = after == null ? 1 : after.seq() + 1;
        Entry entry = new Entry(id, by, seq, backlink, deps, deed);
        hall.take(entry);
        return entry;
    }

    private boolean isAdmitted(Entry entry) {
        return hall.acts.get(entry.id()) != null;
    }

    private boolean stands(Entry entry) {
        Act act = hall.acts.get(entry.id());
        return act != null && now().stands(act);
    }

    private Authority now() {
        return new Authority(hall.acts, View.NOW);
    }

    private Someone admit(Someone by, Role role) {
        PersonId person = person(say(by.device(), new Deed.Add(role)));
        DeviceId device = device();
        say(by.device(), new Deed.Certify(person, device));
        return new Someone(person, device);
    }

    private void promote(Someone whom, Someone... by) {
        together(new Deed.Assign(whom.id(), Role.MANAGER), Optional.of(Role.MANAGER), by);
    }

    private Entry together(Deed deed, Optional<Role> role, Someone... by) {
        PersonId about =
                switch (deed) {
                    case Deed.Assign(PersonId person, Role _) -> person;
                    case Deed.Remove(PersonId person) -> person;
                    default -> throw new IllegalArgumentException();
                };
        for (int i = 0; i < by.length - 1; i++) {
            say(by[i].device(), new Deed.Endorse(new Deed.Matter(about, role), true));
        }
        return say(by[by.length - 1].device(), deed);
    }

    private Entry remove(Someone whom, Someone... by) {
        return together(new Deed.Remove(whom.id()), Optional.empty(), by);
    }

    /// A year of honest work, on which everybody builds: people who came in.
    private List<Someone> aYear(Someone... by) {
        List<Someone> came = new ArrayList<>();
        for (Someone each : by) {
            came.add(admit(each, Role.MEMBER));
        }
        for (Someone each : by) {
            say(each.device(), new Deed.Other());
        }
        return came;
    }

    @Test
    @DisplayName("MEM-16, MEM-17: back-dated suspensions of everybody do not unmake a year")
    void backDatedSuspensionsOfEverybodyVoidNothing() {
        Entry then = tips.get(ben.device());
        List<OpId> knew = List.copyOf(heads);
        List<Someone> came = aYear(ana, cleo, dan);
        remove(ben, cleo, dan, ana);
        Entry one = pretend(ben.device(), then, knew, new Deed.Suspend(ana.id()));
        Entry two = pretend(ben.device(), one, List.of(), new Deed.Suspend(cleo.id()));
        pretend(ben.device(), two, List.of(), new Deed.Suspend(dan.id()));

        assertThat(isAdmitted(two)).isTrue();
        assertThat(now().isIn(ben.id())).isFalse();
        assertThat(came).allMatch(each -> now().isIn(each.id()));
        assertThat(List.of(ana, cleo, dan)).noneMatch(each -> now().isSuspended(each.id()));
    }

    @Test
    @DisplayName("MEM-16: a demoted manager cannot shake the demotion off")
    void aDemotionHolds() {
        Entry then = tips.get(ben.device());
        List<OpId> knew = List.copyOf(heads);
        together(new Deed.Assign(ben.id(), Role.MEMBER), Optional.of(Role.MEMBER), cleo, dan, ana);
        pretend(ben.device(), then, knew, new Deed.Suspend(ana.id()));
        Entry spy = pretend(ben.device(), then, knew, new Deed.Add(Role.STEWARD));

        assertThat(now().role(ben.id())).contains(Role.MEMBER);
        assertThat(now().isSuspended(ana.id())).isFalse();
        assertThat(stands(spy)).isFalse();
    }

    @Test
    @DisplayName("MEM-17: colluders with a second laptop each do not take a removal back")
    void colludersDoNotUndoARemoval() {
        DeviceId second = device();
        say(cleo.device(), new Deed.Certify(cleo.id(), second));
        say(ana.device(), new Deed.Other());
        Entry then = tips.get(ben.device());
        List<OpId> knew = List.copyOf(heads);
        remove(ben, cleo, dan, ana);
        Entry suspension = pretend(ben.device(), then, knew, new Deed.Suspend(ana.id()));
        pretend(second, null, List.of(suspension.id()), new Deed.Other());

        assertThat(now().isIn(ben.id())).isFalse();
        assertThat(now().isSuspended(ana.id())).isFalse();
    }

    @Test
    @DisplayName("MEM-16: nobody is removed alone as of a time before they were a manager")
    void aQuorumIsNotEvadedByBackDating() {
        Someone eve = admit(ana, Role.STEWARD);
        say(ben.device(), new Deed.Other());
        Entry then = tips.get(ben.device());
        List<OpId> knew = List.copyOf(heads);
        promote(eve, ana, cleo, dan);
        Entry removal = pretend(ben.device(), then, knew, new Deed.Remove(eve.id()));
        Entry role = pretend(ben.device(), then, knew, new Deed.Assign(eve.id(), Role.MEMBER));
        Entry device = pretend(ben.device(), then, knew, new Deed.Revoke(eve.id(), eve.device()));

        assertThat(List.of(removal, role, device)).allMatch(this::isAdmitted);
        assertThat(List.of(removal, role, device)).noneMatch(this::stands);
        assertThat(now().isIn(eve.id())).isTrue();
        assertThat(now().role(eve.id())).contains(Role.MANAGER);
        assertThat(now().speakers(eve.device())).containsExactly(eve.id());
    }

    @Test
    @DisplayName("MEM-19: nobody who is being removed brings in somebody who removes their remover")
    void sockPuppetsRemoveNobody() {
        Entry then = tips.get(ben.device());
        List<OpId> knew = List.copyOf(heads);
        remove(ben, cleo, dan, ana);
        Entry add = pretend(ben.device(), then, knew, new Deed.Add(Role.STEWARD));
        DeviceId puppet = device();
        Entry certificate =
                pretend(ben.device(), add, List.of(), new Deed.Certify(person(add), puppet));
        Entry removal =
                pretend(
                        puppet,
                        null,
                        List.of(certificate.id()),
                        new Deed.Endorse(new Deed.Matter(ana.id(), Optional.empty()), true));

        assertThat(isAdmitted(certificate)).isTrue();
        assertThat(stands(certificate)).isFalse();
        assertThat(stands(removal)).isFalse();
        assertThat(now().isIn(person(add))).isFalse();
        assertThat(now().isIn(ana.id())).isTrue();
    }

    @Test
    @DisplayName("MEM-12: a certificate with copied proofs does not harm whose device it is")
    void aCopiedCertificateHarmsNobody() {
        Someone puppet = admit(ben, Role.MEMBER);
        say(ben.device(), new Deed.Certify(puppet.id(), ana.device()));
        say(ben.device(), new Deed.Revoke(puppet.id(), ana.device()));
        say(ben.device(), new Deed.Remove(puppet.id()));

        assertThat(now().speakers(ana.device())).containsExactly(ana.id());
        say(ana.device(), new Deed.Suspend(ben.id()));
        assertThat(now().isSuspended(ben.id())).isTrue();
    }

    @Test
    @DisplayName("MEM-16, MEM-17: two ops of one number void what follows, but nothing settled")
    void aForkVoidsOnlyWhatNobodyBuiltUpon() {
        Entry then = tips.get(ben.device());
        Someone early = admit(ben, Role.MEMBER);
        aYear(ana, cleo);
        Someone late = admit(ben, Role.MEMBER);
        pretend(ben.device(), then, List.of(), new Deed.Other());

        assertThat(now().isIn(early.id())).isTrue();
        assertThat(now().isIn(late.id())).isFalse();
    }

    @Test
    @DisplayName("MEM-20: two majorities remove each other's people, by no order of ids")
    void mutualRemovalRemovesBoth() {
        say(cleo.device(), new Deed.Endorse(new Deed.Matter(ben.id(), Optional.empty()), true));
        say(dan.device(), new Deed.Endorse(new Deed.Matter(ben.id(), Optional.empty()), true));
        say(cleo.device(), new Deed.Endorse(new Deed.Matter(ana.id(), Optional.empty()), true));
        say(dan.device(), new Deed.Endorse(new Deed.Matter(ana.id(), Optional.empty()), true));
        List<OpId> knew = List.copyOf(heads);
        Entry anas = pretend(ana.device(), tips.get(ana.device()), knew, new Deed.Remove(ben.id()));
        Entry bens = pretend(ben.device(), tips.get(ben.device()), knew, new Deed.Remove(ana.id()));

        assertThat(List.of(anas, bens)).allMatch(this::stands);
        assertThat(now().managers()).containsExactlyInAnyOrder(cleo.id(), dan.id());
    }

    @Test
    @DisplayName("MEM-13: the last manager can neither go nor step down")
    void theLastManagerStays() {
        say(ben.device(), new Deed.Remove(ben.id()));
        say(cleo.device(), new Deed.Remove(cleo.id()));
        say(dan.device(), new Deed.Assign(dan.id(), Role.MEMBER));
        List<OpId> knew = List.copyOf(heads);
        Entry tip = tips.get(ana.device());
        for (Deed deed :
                List.of(new Deed.Remove(ana.id()), new Deed.Assign(ana.id(), Role.MEMBER))) {
            assertThat(isAdmitted(pretend(ana.device(), tip, knew, deed))).isFalse();
        }
        assertThat(now().managers()).containsExactly(ana.id());
    }
}
