// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.record.Change;
import org.rankfile.domain.record.Ledger;
import org.rankfile.domain.record.RecordView;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.office.Means;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Replica;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A local's members, grievances and ballots on this device: commands in, snapshots out. Command
/// line and desktop are two users of the same façade. Any thread, unless a method says otherwise.
public final class Union {
    private final Replica replica;
    private final TextIndex index;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Projection projection;
    private final CommandRunner runner;
    private final Ballots ballots;
    private volatile UnionSnapshot snapshot = UnionSnapshot.EMPTY;

    private Union(UnionParts parts) {
        replica = parts.replica();
        index = parts.index();
        projection =
                new Projection(
                        index, new GrievanceNumbers(replica), parts.time()::millis, this::publish);
        runner = new CommandRunner(replica, projection, this::snapshot, parts.random());
        ballots =
                new Ballots(
                        new Means(
                                replica,
                                parts.secrets(),
                                parts.random(),
                                parts.time(),
                                parts.proved()),
                        parts.alarm(),
                        this::tell);
    }

    /// The façade over a replica. Complete when everything that the log holds has been folded. The
    /// caller closes the replica and the index.
    public static CompletableFuture<Union> over(UnionParts parts) {
        Union union = new Union(parts);
        return union.replica.onEngine(() -> {
            union.replica.follow(union.new Follower());
            union.ballots.begin();
            return union;
        });
    }

    private final class Follower implements ContentListener {
        @Override
        public void admitted(ContentOp op) {
            projection.admitted(op);
            ballots.admitted(op);
        }

        @Override
        public void changed() {
            projection.changed();
            ballots.changed();
        }
    }

    private void publish(UnionSnapshot now) {
        snapshot = now;
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /// Secret ballots.
    public Ballots ballots() {
        return ballots;
    }

    /// Carries out a command after those that were given before. What it did is on the disk when
    /// the future completes.
    public CompletableFuture<Outcome> submit(Command command) {
        return replica.onEngine(() -> runner.run(command));
    }

    /// Everything at this moment.
    public UnionSnapshot snapshot() {
        return snapshot;
    }

    /// Runs the listener, on the engine thread, whenever something changed: records, members,
    /// peers. It must not block.
    ///
    /// @return ends it
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Whether this device is in the committee: else it holds nothing readable of members and
    /// grievances.
    public boolean inCommittee() {
        return !readers().isEmpty();
    }

    /// Who can read members and grievances.
    public List<Member> readers() {
        return replica.members(Ledger.CIRCLE);
    }

    /// What people are called, as each chose.
    public Map<PersonId, String> names() {
        Map<PersonId, String> names = new LinkedHashMap<>();
        replica.members("hall").forEach(member -> names.put(member.id(), member.name()));
        return names;
    }

    /// The workers that have a word starting with each word of the filter, by last name; all for a
    /// blank filter.
    public List<Worker> workers(String filter) {
        List<Worker> all = snapshot.workers();
        if (filter.isBlank()) {
            return all;
        }
        Set<String> hits = hits(RecordKey.WORKER, filter);
        return all.stream().filter(worker -> hits.contains(worker.id())).toList();
    }

    /// The grievances that have a word starting with each word of the filter, in the order of
    /// [UnionSnapshot#grievances].
    public List<Grievance> grievances(String filter) {
        List<Grievance> all = snapshot.grievances();
        if (filter.isBlank()) {
            return all;
        }
        Set<String> hits = hits(RecordKey.GRIEVANCE, filter);
        return all.stream()
                .filter(g -> hits.contains(g.id()) || g.number().startsWith(filter.strip()))
                .toList();
    }

    private Set<String> hits(String kind, String filter) {
        return new HashSet<>(index.search(kind, filter, Limits.HITS));
    }

    /// The grievance that an id, the start of one, or a number names.
    ///
    /// @return its id, or why there is none
    public Named<Grievance> grievance(String name) {
        return named(() -> new Finder(snapshot).grievance(name));
    }

    /// The worker that an id, the start of one, or an employee number names.
    public Named<Worker> worker(String name) {
        return named(() -> new Finder(snapshot).worker(name));
    }

    private <T> Named<T> named(Search<T> search) {
        if (!inCommittee()) {
            return new Named.None<>(new Outcome.Refused(Refusal.NOT_IN_COMMITTEE, ""));
        }
        try {
            return new Named.One<>(search.find());
        } catch (CommandRefused refused) {
            return new Named.None<>(refused.outcome());
        }
    }

    private interface Search<T> {
        T find() throws CommandRefused;
    }

    /// What a person is called; empty for somebody unknown.
    public String name(PersonId person) {
        return names().getOrDefault(person, "");
    }

    /// Who can read a record: the people of its circle, wherever their devices are.
    public List<Member> readers(RecordView record) {
        return replica.members(record.circle());
    }

    /// The record that an id, the start of one, or a number names, be it still there or taken back:
    /// for its history, and for taking the taking back back.
    public CompletableFuture<Named<RecordKey>> find(String name) {
        return replica.onEngine(() ->
                named(() -> {
                    try {
                        return new Finder(snapshot).any(name);
                    } catch (CommandRefused refused) {
                        if (refused.outcome().why() == Refusal.AMBIGUOUS) {
                            throw refused;
                        }
                        return gone(name);
                    }
                }));
    }

    private RecordKey gone(String name) throws CommandRefused {
        List<RecordKey> all = new ArrayList<>(projection.ledger().keys(RecordKey.WORKER));
        all.addAll(projection.ledger().keys(RecordKey.GRIEVANCE));
        return Finder.only(all, RecordKey::id, name, Refusal.NO_SUCH_RECORD);
    }

    /// Everything that happened to a record, oldest first, also to one that is no more; empty where
    /// there never was one. Needs the whole id.
    public CompletableFuture<Optional<List<Change>>> history(RecordKey key) {
        return replica.onEngine(() ->
                projection.ledger().knows(key)
                        ? Optional.of(projection.ledger().history(key))
                        : Optional.empty());
    }

    /// What a name led to.
    public sealed interface Named<T> {
        /// One thing.
        record One<T>(T thing) implements Named<T> {}

        /// Nothing, or more than one.
        record None<T>(Outcome.Refused why) implements Named<T> {}
    }
}
