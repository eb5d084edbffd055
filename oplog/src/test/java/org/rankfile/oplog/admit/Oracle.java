// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The rules of membership (docs/spec/membership.md, MEM-11 to MEM-20) written down clause by
/// clause, slow and plain, to compare the real resolver with. Here are views and admission;
/// [OracleModel] says what stands.
final class Oracle {
    /// What an op rests on (MEM-15), fixed when it was admitted: all of `named`; for at least one
    /// author one of each of their sets; from at least `others` of the `words` one each.
    record Grounds(
            Set<OpId> named, List<List<Set<OpId>>> authors, int others, List<Set<OpId>> words) {
        boolean hold(Predicate<OpId> holds) {
            Predicate<Set<OpId>> any = set -> set.stream().anyMatch(holds);
            return named.stream().allMatch(holds)
                    && authors.stream().anyMatch(sets -> sets.stream().allMatch(any))
                    && words.stream().filter(any).count() >= others;
        }
    }

    /// An admitted op, with what its author knew and what follows from that alone.
    ///
    /// @param authors with the role that they had (MEM-13)
    /// @param endorsers MEM-14
    /// @param quorate whether it has the quorum: it needed one, of two or more
    /// @param managers whom its author knew as managers, themselves too (MEM-17)
    /// @param ofManager whether it is a Role of somebody who was a manager
    record Kept(
            Entry entry,
            Set<OpId> past,
            SortedMap<PersonId, Role> authors,
            Grounds grounds,
            Set<PersonId> endorsers,
            boolean quorate,
            Set<PersonId> managers,
            boolean ofManager) {
        OpId id() {
            return entry.id();
        }

        Deed deed() {
            return entry.deed();
        }
    }

    /// The admitted ones only.
    private final Map<OpId, Kept> entries = new LinkedHashMap<>();

    private final Map<Set<OpId>, Set<OpId>> known = new HashMap<>();

    /// In a causal order, the founding first.
    Oracle(List<Entry> all) {
        Entry first = all.getFirst();
        TreeMap<PersonId, Role> founder = new TreeMap<>(Map.of(admitting(first), Role.MANAGER));
        Grounds none = new Grounds(Set.of(), List.of(List.of()), 0, List.of());
        entries.put(
                first.id(),
                new Kept(first, Set.of(), founder, none, Set.of(), false, Set.of(), false));
        all.stream().skip(1).forEach(this::judge);
    }

    private Kept entry(OpId id) {
        return Optional.ofNullable(entries.get(id)).orElseThrow();
    }

    Set<OpId> admitted() {
        return Set.copyOf(entries.keySet());
    }

    Set<OpId> standing(Set<OpId> view) {
        if (!known.containsKey(view)) {
            known.put(Set.copyOf(view), new OracleModel(ops(view)).result());
        }
        return Optional.ofNullable(known.get(view)).orElseThrow();
    }

    /// MEM-12: their admission stands and no removal of them does.
    Set<PersonId> in(Set<OpId> view) {
        Set<PersonId> people = new HashSet<>();
        standing(view, e -> e.deed() instanceof Deed.Found || e.deed() instanceof Deed.Add)
                .forEach(e -> people.add(admitting(e)));
        people.removeIf(person -> stands(view, new Deed.Remove(person)));
        return people;
    }

    /// MEM-12: a suspension of them stands.
    boolean suspended(Set<OpId> view, PersonId person) {
        return stands(view, new Deed.Suspend(person));
    }

    /// MEM-12: of the last ops that stand and give a role the least: 4 (keeper), 1, 2, 3.
    Optional<Role> role(Set<OpId> view, PersonId person) {
        return lastGivers(view, person).stream()
                .map(e -> given(e, person).orElseThrow())
                .min(Comparator.comparingInt(role -> role.code() % 4));
    }

    /// MEM-12: more than half of the managers who are in, suspended ones included.
    int quorum(Set<OpId> view) {
        return managers(view).size() / 2 + 1;
    }

    /// MEM-12: who is in, no keeper, whose certificate stands, and for whom no Revoke of it does.
    Set<PersonId> speaksFor(Set<OpId> view, DeviceId device) {
        Set<PersonId> people = new HashSet<>();
        standing(view, _ -> true).forEach(e -> certified(e, device).ifPresent(people::add));
        people.removeIf(person ->
                !in(view).contains(person)
                        || has(view, person, Role.KEEPER)
                        || stands(view, new Deed.Revoke(person, device)));
        return people;
    }

    private List<Kept> ops(Set<OpId> view) {
        return entries.values().stream().filter(e -> view.contains(e.id())).toList();
    }

    private List<Entry> standing(Set<OpId> view, Predicate<Entry> which) {
        return ops(standing(view)).stream().map(Kept::entry).filter(which).toList();
    }

    private boolean stands(Set<OpId> view, Deed deed) {
        return !standing(view, e -> e.deed().equals(deed)).isEmpty();
    }

    private static Set<OpId> ids(List<Entry> ops) {
        return new HashSet<>(ops.stream().map(Entry::id).toList());
    }

    private boolean knew(OpId later, OpId earlier) {
        return entry(later).past().contains(earlier);
    }

    private static PersonId admitting(Entry e) {
        return new PersonId(e.id().hash());
    }

    /// The role that an op gives to a person.
    private static Optional<Role> given(Entry e, PersonId person) {
        return switch (e.deed()) {
            case Deed.Found _ when admitting(e).equals(person) -> Optional.of(Role.MANAGER);
            case Deed.Add(Role role) when admitting(e).equals(person) -> Optional.of(role);
            case Deed.Assign(PersonId who, Role role) when who.equals(person) -> Optional.of(role);
            default -> Optional.empty();
        };
    }

    private List<Entry> lastGivers(Set<OpId> view, PersonId person) {
        List<Entry> givers = standing(view, e -> given(e, person).isPresent());
        return givers.stream()
                .filter(e -> givers.stream().noneMatch(other -> knew(other.id(), e.id())))
                .toList();
    }

    private boolean has(Set<OpId> view, PersonId person, Role role) {
        return role(view, person).equals(Optional.of(role));
    }

    private Set<PersonId> managers(Set<OpId> view) {
        Set<PersonId> managers = new HashSet<>(in(view));
        managers.removeIf(person -> !has(view, person, Role.MANAGER));
        return managers;
    }

    /// Whose device the op certifies this one to be.
    private static Optional<PersonId> certified(Entry e, DeviceId device) {
        return e.deed().equals(new Deed.Found(device))
                ? Optional.of(admitting(e))
                : e.deed() instanceof Deed.Certify(PersonId who, DeviceId d) && d.equals(device)
                        ? Optional.of(who)
                        : Optional.empty();
    }

    private void judge(Entry e) {
        Set<OpId> named = new HashSet<>(e.deps());
        named.add(e.backlink());
        named.remove(OpId.NONE);
        if (entries.containsKey(e.id()) || !entries.keySet().containsAll(named)) {
            return;
        }
        Set<OpId> view = new HashSet<>(named);
        named.forEach(op -> view.addAll(entry(op).past()));
        TreeMap<PersonId, Role> people = new TreeMap<>();
        speaksFor(view, e.device()).stream()
                .filter(person -> may(view, person, e.deed()))
                .forEach(person -> people.put(person, role(view, person).orElseThrow()));
        if (!people.isEmpty()) {
            entries.put(e.id(), kept(Set.copyOf(view), e, people));
        }
    }

    /// The people whom an op names; a Reinstate names nobody.
    private static Set<PersonId> named(Deed deed) {
        return switch (deed) {
            case Deed.Certify(PersonId who, DeviceId _) -> Set.of(who);
            case Deed.Assign(PersonId who, Role _) -> Set.of(who);
            case Deed.Suspend(PersonId who) -> Set.of(who);
            case Deed.Remove(PersonId who) -> Set.of(who);
            case Deed.Revoke(PersonId who, DeviceId _) -> Set.of(who);
            case Deed.Endorse(Deed.Matter matter, boolean _) -> Set.of(matter.person());
            default -> Set.of();
        };
    }

    /// MEM-13.
    private boolean may(Set<OpId> view, PersonId author, Deed deed) {
        boolean suspended = suspended(view, author);
        boolean manager = managers(view).contains(author);
        return switch (deed) {
            // "The person whom an op names has to be in."
            case Deed _ when !in(view).containsAll(named(deed)) -> false;
            // "Whoever is suspended may still ..."
            case Deed.Endorse _ -> manager;
            case Deed.Revoke(PersonId who, DeviceId device) ->
                    speaksFor(view, device).contains(who)
                            && (who.equals(author)
                                    || (!suspended && manager && !managers(view).contains(who)));
            case Deed.Remove(PersonId who) when who.equals(author) ->
                    !managers(view).equals(Set.of(author));
            case Deed _ when needsQuorum(view, author, deed) ->
                    manager && 1 + words(view, author, deed).size() >= quorum(view);
            // "Everything else they may not."
            case Deed _ when suspended -> false;
            case Deed.Remove(PersonId who) ->
                    manager || (has(view, author, Role.STEWARD) && !has(view, who, Role.STEWARD));
            // "every manager but the last steps down alone"
            case Deed.Assign(PersonId who, Role role) ->
                    manager
                            && (role == Role.MANAGER
                                    || !who.equals(author)
                                    || !managers(view).equals(Set.of(author)));
            case Deed.Add(Role role) -> manager && (role != Role.MANAGER || quorum(view) == 1);
            case Deed.Certify(PersonId who, DeviceId _) -> manager || who.equals(author);
            case Deed.Suspend(PersonId who) -> manager && !who.equals(author);
            case Deed.Reinstate(OpId id) ->
                    manager
                            && standing(view).contains(id)
                            && entry(id).deed() instanceof Deed.Suspend(PersonId who)
                            && !who.equals(author);
            case Deed.Other _ -> true;
            case Deed.Found _ -> false;
        };
    }

    /// MEM-13: whether this author may do it "with the quorum" only.
    private boolean needsQuorum(Set<OpId> view, PersonId author, Deed deed) {
        return switch (deed) {
            case Deed.Remove(PersonId who) -> managers(view).contains(who) && !who.equals(author);
            // "but a manager steps down alone"
            case Deed.Assign(PersonId who, Role role) ->
                    role == Role.MANAGER || (managers(view).contains(who) && !who.equals(author));
            default -> false;
        };
    }

    /// MEM-14: of each other manager who wants it, the Endorses that count.
    private Map<PersonId, Set<OpId>> words(Set<OpId> view, PersonId author, Deed deed) {
        Deed.Matter matter =
                new Deed.Matter(
                        named(deed).iterator().next(),
                        deed instanceof Deed.Assign a ? Optional.of(a.role()) : Optional.empty());
        Map<PersonId, Set<OpId>> words = new HashMap<>();
        for (PersonId other : managers(view)) {
            Predicate<Entry> theirs = e -> entry(e.id()).authors().get(other) == Role.MANAGER;
            Deed.Endorse no = new Deed.Endorse(matter, false);
            Set<OpId> takenBack = ids(standing(view, theirs.and(e -> e.deed().equals(no))));
            Deed.Endorse yes = new Deed.Endorse(matter, true);
            Set<OpId> counted = ids(standing(view, theirs.and(e -> e.deed().equals(yes))));
            counted.removeIf(op -> !entry(op).past().containsAll(takenBack));
            if (!other.equals(author) && !counted.isEmpty()) {
                words.put(other, counted);
            }
        }
        return words;
    }

    private Kept kept(Set<OpId> view, Entry op, SortedMap<PersonId, Role> people) {
        // of several authors the one with the smallest id tells about the quorum
        PersonId author = people.firstKey();
        boolean needed = needsQuorum(view, author, op.deed());
        Map<PersonId, Set<OpId>> words = needed ? words(view, author, op.deed()) : Map.of();
        int others = needed ? quorum(view) - 1 : 0;
        boolean ofManager =
                op.deed() instanceof Deed.Assign a && managers(view).contains(a.person());
        return new Kept(
                op,
                view,
                people,
                grounds(view, op, people, others, words),
                words.keySet(),
                others > 0,
                managers(view),
                ofManager);
    }

    /// MEM-15.
    private Grounds grounds(
            Set<OpId> view,
            Entry op,
            SortedMap<PersonId, Role> people,
            int others,
            Map<PersonId, Set<OpId>> words) {
        Set<OpId> named = new HashSet<>();
        named(op.deed()).forEach(person -> named.add(new OpId(person.hash())));
        List<List<Set<OpId>>> each = new ArrayList<>();
        people.forEach((person, role) ->
                each.add(
                        List.of(
                                ids(
                                        standing(
                                                view,
                                                e ->
                                                        certified(e, op.device())
                                                                .equals(Optional.of(person)))),
                                Set.of(new OpId(person.hash())),
                                ids(
                                        lastGivers(view, person).stream()
                                                .filter(e ->
                                                        given(e, person).equals(Optional.of(role)))
                                                .toList()))));
        return new Grounds(named, each, others, List.copyOf(words.values()));
    }
}
