// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Says of each op of one view whether it stands (MEM-16 to MEM-20).
final class OracleModel {
    /// What hits others (MEM-16): a cut, a promotion, or two ops of one device and number. Who has
    /// all its ids in their past knew of it.
    ///
    /// @param role whether it is a Role of manager or steward, against which nothing is settled
    /// @param about whom it hits, nobody if everybody
    /// @param by its authors and endorsers
    private record Hitter(
            Set<OpId> ids,
            boolean role,
            Optional<PersonId> about,
            Set<PersonId> by,
            Predicate<Oracle.Kept> hits) {
        boolean isFork() {
            return ids.size() == 2;
        }

        boolean isKnownTo(Oracle.Kept op) {
            return op.past().containsAll(ids);
        }
    }

    /// That an op is hit: by what, how many witnesses settle it, and of each who may be one the ops
    /// of which one has to stand (MEM-17).
    private record Hit(Hitter by, int needed, List<Set<OpId>> witnesses) {
        boolean isAbout(PersonId author) {
            return by.about().isEmpty() || by.about().get().equals(author);
        }

        /// Two ops of one number are a fact, never void.
        boolean isVoid(Predicate<OpId> fails) {
            return !by.isFork() && by.ids().stream().allMatch(fails);
        }

        boolean settled(Predicate<OpId> holds) {
            return !by.role()
                    && witnesses.stream().filter(acts -> acts.stream().anyMatch(holds)).count()
                            >= needed;
        }
    }

    private final List<Oracle.Kept> ops;
    private final Map<OpId, List<Hit>> hits = new HashMap<>();

    /// What is void by MEM-19.
    private final Set<OpId> lost = new HashSet<>();

    private final Set<OpId> yes = new HashSet<>();
    private final Set<OpId> no = new HashSet<>();

    OracleModel(List<Oracle.Kept> ops) {
        this.ops = ops;
        List<Hitter> hitters = new ArrayList<>();
        ops.forEach(e -> addHitters(hitters, e));
        for (Oracle.Kept e : ops) {
            hits.put(
                    e.id(),
                    hitters.stream()
                            .filter(by -> by.hits().test(e))
                            .map(by -> hit(e, by))
                            .toList());
        }
    }

    /// MEM-16.
    private void addHitters(List<Hitter> hitters, Oracle.Kept e) {
        Set<PersonId> by = new HashSet<>(e.authors().keySet());
        by.addAll(e.endorsers());
        // "where neither knew of the other"
        Predicate<Oracle.Kept> apart =
                op ->
                        !op.id().equals(e.id())
                                && !op.past().contains(e.id())
                                && !e.past().contains(op.id());
        if (e.deed() instanceof Deed.Assign(PersonId who, Role role)) {
            // "a Role of manager or steward"
            hitters.add(
                    new Hitter(
                            Set.of(e.id()),
                            true,
                            Optional.empty(),
                            by,
                            apart.and(op -> forbidden(op, who, role))));
        }
        cut(e).ifPresent(person ->
                hitters.add(
                        new Hitter(
                                Set.of(e.id()),
                                false,
                                Optional.of(person),
                                by,
                                apart.and(op ->
                                        said(op, person, e.deed()) && !aimsBack(op, e, by)))));
        for (Oracle.Kept o : ops.subList(0, ops.indexOf(e))) {
            DeviceId device = e.entry().device();
            long seq = e.entry().seq();
            if (o.entry().device().equals(device) && o.entry().seq() == seq) {
                // "they and all later ones of the device, also those that know of them, but never
                // the founding"
                Set<OpId> both = Set.of(o.id(), e.id());
                hitters.add(
                        new Hitter(
                                both,
                                false,
                                Optional.empty(),
                                Set.of(),
                                op ->
                                        !(op.deed() instanceof Deed.Found)
                                                && (both.contains(op.id())
                                                        || (op.entry().device().equals(device)
                                                                && op.entry().seq() > seq))));
            }
        }
    }

    /// MEM-16: the person whom a cut is about.
    private static Optional<PersonId> cut(Oracle.Kept e) {
        return switch (e.deed()) {
            case Deed.Remove(PersonId who) -> Optional.of(who);
            case Deed.Suspend(PersonId who) -> Optional.of(who);
            case Deed.Revoke(PersonId who, DeviceId _) -> Optional.of(who);
            // a demotion
            case Deed.Assign(PersonId who, Role role)
                    when role != Role.MANAGER && e.ofManager() && e.quorate() ->
                    Optional.of(who);
            default -> Optional.empty();
        };
    }

    /// MEM-16: "what its person said", "with that device", "as a manager".
    private static boolean said(Oracle.Kept op, PersonId person, Deed cut) {
        return op.authors().containsKey(person)
                && switch (cut) {
                    case Deed.Revoke(PersonId _, DeviceId device) ->
                            op.entry().device().equals(device);
                    case Deed.Assign _ -> op.authors().get(person) == Role.MANAGER;
                    default -> true;
                }
                && !(op.deed() instanceof Deed.Found);
    }

    /// MEM-16: what others did to a person "and may not do to one of that role".
    private static boolean forbidden(Oracle.Kept op, PersonId who, Role role) {
        boolean byManager = op.authors().containsValue(Role.MANAGER);
        return !op.authors().containsKey(who)
                && switch (op.deed()) {
                    case Deed.Remove(PersonId whom) ->
                            whom.equals(who)
                                    && ((role == Role.MANAGER && !op.quorate())
                                            || (role == Role.STEWARD && !byManager));
                    case Deed.Assign(PersonId whom, Role _) ->
                            whom.equals(who) && role == Role.MANAGER && !op.quorate();
                    case Deed.Revoke(PersonId whom, DeviceId _) ->
                            whom.equals(who) && role == Role.MANAGER && !op.quorate();
                    default -> false;
                };
    }

    /// An Endorse of a removal or of a role that is not manager.
    private static boolean isEndorseAgainst(Deed deed) {
        return deed instanceof Deed.Endorse(Deed.Matter matter, boolean _)
                && !matter.role().equals(Optional.of(Role.MANAGER));
    }

    /// MEM-16: "Whoever is aimed at cannot shake it off".
    private static boolean aimsBack(Oracle.Kept op, Oracle.Kept cut, Set<PersonId> by) {
        Optional<PersonId> aim =
                op.deed() instanceof Deed.Endorse(Deed.Matter matter, boolean _)
                                && isEndorseAgainst(op.deed())
                        ? Optional.of(matter.person())
                        : cut(op);
        return aim.isPresent()
                && by.contains(aim.get())
                && (op.deed() instanceof Deed.Endorse || op.quorate() || !cut.quorate());
    }

    /// MEM-17.
    private Hit hit(Oracle.Kept op, Hitter by) {
        Set<PersonId> concerned = new HashSet<>(op.authors().keySet());
        concerned.addAll(by.by());
        Set<PersonId> others = new HashSet<>(op.managers());
        others.removeAll(concerned);
        Map<PersonId, Set<OpId>> witnesses = new HashMap<>();
        for (Oracle.Kept act : ops) {
            if (act.past().contains(op.id()) && !by.isKnownTo(act)) {
                act.authors()
                        .forEach((person, role) -> {
                            if (role == Role.MANAGER
                                    && !concerned.contains(person)
                                    && !hasItBothWays(person, act, by)) {
                                witnesses
                                        .computeIfAbsent(person, _ -> new HashSet<>())
                                        .add(act.id());
                            }
                        });
            }
        }
        // "against two ops of one number none is needed where the author knew no other manager"
        int needed = others.size() >= 2 ? 2 : by.isFork() && others.isEmpty() ? 0 : 1;
        return new Hit(by, needed, List.copyOf(witnesses.values()));
    }

    /// MEM-17: "an op in the view that knew what hits it and not that other op of theirs"
    private boolean hasItBothWays(PersonId person, Oracle.Kept act, Hitter by) {
        return ops.stream()
                .anyMatch(e ->
                        e.authors().containsKey(person)
                                && by.isKnownTo(e)
                                && !e.past().contains(act.id()));
    }

    Set<OpId> result() {
        Set<OpId> more;
        do {
            wellFounded();
            // MEM-19: all at once, then the model again
            more =
                    ids(
                            ops.stream()
                                    .filter(e ->
                                            !yes.contains(e.id())
                                                    && !no.contains(e.id())
                                                    && cut(e).isEmpty()
                                                    && !(e.deed() instanceof Deed.Reinstate)
                                                    && !isEndorseAgainst(e.deed())
                                                    && !spared(e, yes::contains, no::contains))
                                    .toList());
        } while (lost.addAll(more));
        // MEM-20: what is open stands
        return Set.copyOf(ids(ops.stream().filter(e -> !no.contains(e.id())).toList()));
    }

    /// MEM-18, by Van Gelder's operator W: from nothing, again and again what follows is true, and
    /// the greatest unfounded set is false: all ops, without those that are found to have nothing
    /// true against them, but what is settled by witnesses that are neither false nor unfounded,
    /// and to rest on nothing false or unfounded.
    private void wellFounded() {
        yes.clear();
        no.clear();
        boolean more = true;
        while (more) {
            Set<OpId> follows =
                    ids(ops.stream().filter(e -> follows(e, yes::contains, no::contains)).toList());
            Set<OpId> unfounded = ids(ops);
            Predicate<Oracle.Kept> founded =
                    e ->
                            follows(
                                    e,
                                    id -> !unfounded.contains(id) && !no.contains(id),
                                    id -> !yes.contains(id));
            while (ops.stream().anyMatch(e -> founded.test(e) && unfounded.remove(e.id()))) {
                // the next one, until there is none
            }
            boolean holds = yes.addAll(follows);
            more = no.addAll(unfounded) || holds;
        }
    }

    /// MEM-18.
    private boolean follows(Oracle.Kept e, Predicate<OpId> holds, Predicate<OpId> fails) {
        return !lost.contains(e.id())
                && e.grounds().hold(holds)
                && spared(e, holds, fails)
                && reinstates(e).stream().allMatch(fails);
    }

    /// MEM-18: whether for one of its authors nothing that hits it finds it unsettled.
    private boolean spared(Oracle.Kept e, Predicate<OpId> holds, Predicate<OpId> fails) {
        return e.authors().keySet().stream()
                .anyMatch(author ->
                        hits.getOrDefault(e.id(), List.of()).stream()
                                .filter(hit -> hit.isAbout(author))
                                .allMatch(hit -> hit.isVoid(fails) || hit.settled(holds)));
    }

    /// Of a Suspend every Reinstate.
    private Set<OpId> reinstates(Oracle.Kept op) {
        return ids(ops.stream().filter(e -> e.deed().equals(new Deed.Reinstate(op.id()))).toList());
    }

    private static Set<OpId> ids(List<Oracle.Kept> some) {
        return new HashSet<>(some.stream().map(Oracle.Kept::id).toList());
    }
}
