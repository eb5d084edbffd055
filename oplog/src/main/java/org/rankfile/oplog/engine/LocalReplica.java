// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Signer;
import org.rankfile.net.NetException;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessListener;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Replica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.VerifyReport;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.OpSink.Receipt;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.StoreProblem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/// A replica without a network: [LocalLog] on the engine thread, what others may see in snapshots.
final class LocalReplica implements Replica {
    private final ReplicaParts parts;
    private final Device device;
    private final Records.Belonging belonging;
    private final LocalLog log;
    private final Author author;
    private final MemberDesk members;
    private final List<ContentOp> backlog = new ArrayList<>();
    private final Map<OpId, ContentOp> appended = new HashMap<>();
    private @Nullable ContentListener listener;
    private @Nullable AuthorlessListener authorless;
    private LogWatch watch = LogWatch.NOBODY;
    private boolean appending;
    private volatile Snapshot snapshot;

    /// What any thread may see.
    private record Snapshot(ReplicaStatus status, Map<String, List<Member>> members) {}

    private LocalReplica(ReplicaParts parts, Device device, Records.Belonging belonging)
            throws StoreException {
        this.parts = parts;
        this.device = device;
        this.belonging = belonging;
        HybridClock clock = new HybridClock(parts.time());
        log = LocalLog.open(parts.store(), opening(true), clock, new Heard());
        author = new Author(log, device, clock, parts.random());
        members = new MemberDesk(log, author, this::changed);
        snapshot = look();
    }

    private LocalLog.Opening opening(boolean trusting) {
        return new LocalLog.Opening(
                DeviceId.of(device.signing().verifyKey()),
                device.prekey(),
                belonging.circles(),
                trusting);
    }

    /// See [org.rankfile.oplog.Replicas#found].
    static LocalReplica found(ReplicaParts parts, Founding founding) throws StoreException {
        boolean used = parts.store().read(txn -> Records.belonging(txn).isPresent());
        if (used) {
            throw new StoreException(Reason.HOME_EXISTS, null);
        }
        Founder.found(parts.store(), founding, parts.random(), new HybridClock(parts.time()));
        return open(parts);
    }

    /// See [org.rankfile.oplog.Replicas#open].
    static LocalReplica open(ReplicaParts parts) throws StoreException {
        Optional<Device> device = parts.store().read(Records::device);
        Optional<Records.Belonging> belonging = parts.store().read(Records::belonging);
        if (device.isEmpty() || belonging.isEmpty()) {
            throw new StoreException(Reason.NO_HOME, null);
        }
        return new LocalReplica(parts, device.get(), belonging.get());
    }

    @Override
    public <T> CompletableFuture<T> onEngine(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        parts.engine().execute(() -> run(work, done));
        return done;
    }

    private static <T> void run(Callable<T> work, CompletableFuture<T> done) {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        try {
            done.complete(task.get());
        } catch (ExecutionException e) {
            // Whatever the work throws belongs to whoever waits for it; the engine goes on.
            done.completeExceptionally(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(e);
        }
    }

    @Override
    public List<ContentOp> appendAll(String circle, List<byte[]> bodies) throws AppendRefused {
        appending = true;
        try {
            List<OpId> ids = author.append(circle, bodies);
            return ids.stream().map(this::taken).toList();
        } finally {
            appending = false;
            appended.clear();
            changed();
        }
    }

    @Override
    public OpId appendAuthorless(String circle, byte[] content) throws AppendRefused {
        try {
            return author.appendAuthorless(circle, content);
        } finally {
            changed();
        }
    }

    private ContentOp taken(OpId id) {
        ContentOp op = appended.get(id);
        if (op == null) {
            throw new IllegalStateException("our own op does not stand");
        }
        return op;
    }

    /// Takes ops of others. Engine thread only.
    ///
    /// @param by who delivers them, for the quota
    /// @throws StoreException if nothing was kept
    List<Receipt> receive(CircleTag circle, List<byte[]> ops, String by) throws StoreException {
        List<Receipt> receipts = log.receive(circle, ops, by);
        changed();
        return receipts;
    }

    /// Lets the network side hear of the log. Before anything else is done with the replica.
    void watchedBy(LogWatch watcher) {
        watch = watcher;
    }

    /// Whether a peer let us in and is all we have to go by: we know nobody yet.
    boolean isSponsor(PeerId peer) {
        return log.hall().isEmpty() && belonging.sponsor().filter(peer::equals).isPresent();
    }

    /// Whether a peer is a member's device, as far as we know now.
    boolean isKnown(PeerId peer) {
        return !log.hall().peopleOf(peer).isEmpty() || isSponsor(peer);
    }

    /// Whether our own admission has come.
    boolean isAdmitted() {
        return log.hall().personOf(log.self()).isPresent();
    }

    /// Does work on the engine thread and waits for it. Not from the engine thread.
    ///
    /// @throws NetException IO with what the work threw, CLOSED when we are closing
    <T> T call(Callable<T> work) throws NetException {
        try {
            return onEngine(work).get();
        } catch (ExecutionException e) {
            throw new NetException(NetException.Reason.IO, e);
        } catch (RejectedExecutionException e) {
            throw new NetException(NetException.Reason.CLOSED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetException(NetException.Reason.CLOSED, e);
        }
    }

    /// Does work on the engine thread some time, unless we are closing. Any thread.
    void post(Runnable work) {
        try {
            parts.engine().execute(work);
        } catch (RejectedExecutionException closing) {
            // The engine was stopped: there is nothing left to tell.
        }
    }

    /// Does blocking work on a thread of its own, unless we are closing. Any thread.
    ///
    /// @return whether it will be done
    boolean fork(Runnable work) {
        try {
            parts.io().execute(work);
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }

    /// Sends what is put into a queue, on a thread of its own, until the stream ends. Any thread.
    ///
    /// @throws NetException CLOSED when we are closing
    void send(FrameQueue queue) throws NetException {
        if (!fork(queue::write)) {
            throw new NetException(NetException.Reason.CLOSED);
        }
    }

    /// Where we belong.
    Records.Belonging belonging() {
        return belonging;
    }

    /// Our keys.
    Device device() {
        return device;
    }

    /// What it is made of.
    ReplicaParts parts() {
        return parts;
    }

    /// The log, for sessions with peers. Engine thread only.
    LocalLog log() {
        return log;
    }

    /// Lets people in and out. Engine thread only.
    @Override
    public MemberDesk stewardship() {
        return members;
    }

    @Override
    public void follow(ContentListener first) {
        if (listener != null) {
            throw new IllegalStateException("one listener follows a replica");
        }
        listener = first;
        backlog.forEach(first::admitted);
        backlog.clear();
        first.changed();
    }

    @Override
    public void followAuthorless(AuthorlessGate gate, AuthorlessListener first) {
        if (authorless != null) {
            throw new IllegalStateException("one listener follows a replica");
        }
        authorless = first;
        log.useGate(gate);
        regate();
    }

    @Override
    public void regate() {
        if (log.regate()) {
            changed();
        }
        watch.regated();
    }

    /// Tells of what the network side does or has heard of. Engine thread only.
    void changed() {
        watch.settled();
        snapshot = look();
        if (listener != null) {
            listener.changed();
        }
    }

    private final class Heard implements LogEvents {
        @Override
        public void content(ContentOp op) {
            if (appending) {
                appended.put(op.id(), op);
            }
            if (listener == null) {
                backlog.add(op);
            } else {
                listener.admitted(op);
            }
        }

        @Override
        public void authorless(AuthorlessObject object) {
            if (authorless != null) {
                authorless.admitted(object);
            }
        }

        @Override
        public void held(CircleTag circle, OpKey key) {
            watch.held(circle, key);
        }

        @Override
        public void membersChanged() {
            // The snapshot that others see is made anew when the batch is over.
        }
    }

    private Snapshot look() {
        List<ReplicaStatus.CircleStatus> circles = new ArrayList<>();
        Map<String, List<Member>> members = new HashMap<>();
        for (Circle circle : log.circles()) {
            String name = circle.identity().name();
            circles.add(
                    new ReplicaStatus.CircleStatus(
                            name,
                            circle.inventory().size(),
                            circle.inventory().fingerprint().hex(),
                            circle.state().parked(),
                            circle.state().refused(),
                            circle.state().penned()));
            members.put(name, log.hall().members(circle.membership().people()));
        }
        PersonId me =
                log.hall()
                        .personOf(log.self())
                        .map(Hall.Person::id)
                        .orElseGet(() -> new PersonId(OpId.NONE.hash()));
        return new Snapshot(
                new ReplicaStatus(
                        belonging.local(),
                        log.self(),
                        me,
                        circles,
                        watch.peers(),
                        watch.addresses(),
                        log.isCopied()),
                Map.copyOf(members));
    }

    @Override
    public Signer signer() {
        return new StatementSigner(device.signing());
    }

    @Override
    public List<Member> members(String circle) {
        return snapshot.members().getOrDefault(circle, List.of());
    }

    @Override
    public ReplicaStatus status() {
        return snapshot.status();
    }

    @Override
    public VerifyReport verify() {
        List<String> problems = new ArrayList<>();
        long ops = 0;
        try {
            for (StoreProblem problem : parts.store().check()) {
                problems.add("row " + problem.pos() + ": " + problem.kind());
            }
            LocalLog again =
                    LocalLog.open(
                            parts.store(),
                            opening(false),
                            new HybridClock(parts.time()),
                            LogEvents.UNHEARD);
            problems.addAll(again.problems());
            for (Circle circle : again.circles()) {
                ops += circle.inventory().size();
            }
        } catch (StoreException e) {
            problems.add("the log cannot be read: " + e.reason());
        }
        return new VerifyReport(ops, problems);
    }

    @Override
    public void close() {
        // Nothing is open but the store, which is the caller's.
    }
}
