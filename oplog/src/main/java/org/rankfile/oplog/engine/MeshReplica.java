// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Signer;
import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Meshes;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Peer;
import org.rankfile.net.PeerId;
import org.rankfile.net.PeerObserver;
import org.rankfile.net.Stream;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessListener;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.Stewardship;
import org.rankfile.oplog.VerifyReport;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.store.StoreException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// A [LocalReplica] that meets others. Blocking reads and writes run on threads of their own; all
/// that touches the log runs on the engine thread.
public final class MeshReplica implements NetworkedReplica {
    static final String JOIN = "/rankfile/join/1";
    static final String AGENT = "rankfile/0.1";

    private final LocalReplica replica;
    private final JoinDesk desk;
    private final IntroductionDesk introductions;
    private final SyncDesk syncs;
    private final Limits limits;
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private volatile Set<PeerId> members = Set.of();
    private volatile @Nullable Mesh mesh;
    private boolean closed;

    MeshReplica(LocalReplica replica) throws StoreException {
        this(replica, Limits.defaults());
    }

    /// With other limits of the network, for tests of what takes long.
    MeshReplica(LocalReplica replica, Limits limits) throws StoreException {
        this.replica = replica;
        this.limits = limits;
        desk = new JoinDesk(replica);
        introductions = new IntroductionDesk(replica);
        syncs = new SyncDesk(replica, introductions);
        replica.watchedBy(new Watch());
        replica.changed();
    }

    /// See [org.rankfile.oplog.Replicas#found].
    public static MeshReplica found(ReplicaParts parts, Founding founding) throws StoreException {
        return new MeshReplica(LocalReplica.found(parts, founding));
    }

    /// See [org.rankfile.oplog.Replicas#open].
    public static MeshReplica open(ReplicaParts parts) throws StoreException {
        return new MeshReplica(LocalReplica.open(parts));
    }

    /// Done when our own admission has come and everything we are in can be read.
    CompletableFuture<Void> arrived() {
        return arrived;
    }

    /// The sessions, for tests. Engine thread only.
    SyncDesk syncs() {
        return syncs;
    }

    private synchronized Mesh mesh() throws NetException {
        if (closed) {
            throw new NetException(NetException.Reason.CLOSED);
        }
        Mesh open = mesh;
        if (open == null) {
            MeshConfig config =
                    new MeshConfig(
                            replica.device().peer(),
                            List.of(replica.belonging().network()),
                            replica.belonging().network(),
                            limits,
                            replica.parts().random(),
                            AGENT,
                            replica.parts().time());
            open = Meshes.open(config, this::accessOf);
            open.serve(SyncDesk.PROTOCOL, Gate.Access.MEMBER, syncs::serve);
            open.serve(IntroductionDesk.PROTOCOL, Gate.Access.STRANGER, introductions::receive);
            open.serve(JOIN, Gate.Access.STRANGER, this::receiveNewcomer);
            open.observe(new Observer());
            mesh = open;
        }
        return open;
    }

    private Gate.Access accessOf(PeerId peer) {
        return members.contains(peer) ? Gate.Access.MEMBER : Gate.Access.STRANGER;
    }

    @Override
    public List<Multiaddr> listen(Multiaddr at) throws NetException {
        Mesh open = mesh();
        open.useKeys(replica.call(desk::keys), replica.belonging().network());
        List<Multiaddr> addresses = open.listen(at);
        replica.call(() -> {
            replica.changed();
            return addresses;
        });
        return addresses;
    }

    @Override
    public void dial(Multiaddr to) throws NetException {
        Mesh open = mesh();
        Optional<Peer> there =
                to.peer()
                        .flatMap(id ->
                                open.peers().stream().filter(p -> p.id().equals(id)).findFirst());
        if (there.isPresent() && !SyncDesk.answers(there.get())) {
            replica.call(() -> syncs.close(there.get())).join();
        }
        Peer peer = open.dial(to);
        replica.call(() -> {
            syncs.open(peer);
            return peer;
        });
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>(introductions.counters());
        Mesh open = mesh;
        if (open != null) {
            all.putAll(open.counters());
        }
        return all;
    }

    @Override
    public void goOffline() {
        Mesh open = mesh;
        if (open != null) {
            open.goOffline();
        }
        tell();
    }

    @Override
    public Invitation invite(Role role, Duration validFor, boolean autoApprove)
            throws AppendRefused {
        Mesh open = mesh;
        List<Multiaddr> at = open == null ? List.of() : open.addresses();
        Invitation invitation = desk.invite(role, validFor, autoApprove, at);
        if (open != null) {
            open.useKeys(desk.keys(), replica.belonging().network());
        }
        return invitation;
    }

    @Override
    public NetworkKey networkKey() {
        return replica.belonging().network();
    }

    @Override
    public List<JoinRequest> requests() {
        return desk.requests();
    }

    @Override
    public boolean approve(String id, String words) throws AppendRefused {
        return desk.approve(id, words);
    }

    @Override
    public boolean refuse(String id) {
        return desk.refuse(id);
    }

    private void tell() {
        replica.post(replica::changed);
    }

    private void receiveNewcomer(Stream stream) throws IOException {
        if (stream.peer().networkKey().equals(Optional.of(networkKey()))) {
            // A join takes place in its invitation's own network (JOIN-24): to a stranger who got
            // hold of the local's key we say nothing here.
            stream.reset();
            return;
        }
        FrameQueue queue = new FrameQueue(stream);
        JoinDesk.Visit visit = replica.call(() -> desk.arrive(queue));
        try {
            replica.send(queue);
            queue.read(
                    JoinLimits.JOINER_MESSAGE_BYTES,
                    messages ->
                            replica.call(() -> {
                                for (byte[] message : messages) {
                                    desk.receive(visit, message);
                                }
                                return visit;
                            }));
        } finally {
            replica.call(() -> {
                desk.leave(visit);
                return visit;
            });
            queue.finish();
        }
    }

    private final class Observer implements PeerObserver {
        @Override
        public void connected(Peer peer) {
            replica.post(() -> syncs.connected(peer));
        }

        @Override
        public void disconnected(Peer peer, String reason) {
            replica.post(() -> syncs.disconnected(peer));
        }

        @Override
        public void identified(Peer peer) {
            replica.post(() -> syncs.identified(peer));
        }
    }

    private final class Watch implements LogWatch {
        @Override
        public void held(CircleTag circle, OpKey key) {
            syncs.held(circle, key);
        }

        @Override
        public void settled() {
            Set<PeerId> now =
                    replica.log().hall().people().stream()
                            .flatMap(p -> replica.log().hall().devicesOf(p).stream())
                            .map(device -> device.keys().peer())
                            .collect(Collectors.toSet());
            if (now.isEmpty()) {
                replica.belonging().sponsor().ifPresent(now::add);
            }
            if (!now.equals(members)) {
                members = Set.copyOf(now);
                Mesh open = mesh;
                if (open != null) {
                    open.recheck();
                    syncs.membersChanged();
                }
            }
            syncs.settled();
            if (!arrived.isDone() && isSettledIn()) {
                arrived.complete(null);
            }
        }

        /// Not at once: the layer above may say so while a session hands over what came.
        @Override
        public void regated() {
            replica.post(syncs::regated);
        }

        private boolean isSettledIn() {
            LocalLog log = replica.log();
            return log.hall().personOf(log.self()).isPresent()
                    && log.circles().stream().allMatch(c -> !c.state().currentEpochs().isEmpty());
        }

        @Override
        public List<PeerStatus> peers() {
            return syncs.peers();
        }

        @Override
        public List<String> addresses() {
            Mesh open = mesh;
            return open == null
                    ? List.of()
                    : open.addresses().stream().map(Multiaddr::toString).toList();
        }
    }

    @Override
    public <T> CompletableFuture<T> onEngine(Callable<T> work) {
        return replica.onEngine(work);
    }

    @Override
    public List<ContentOp> appendAll(String circle, List<byte[]> bodies) throws AppendRefused {
        return replica.appendAll(circle, bodies);
    }

    @Override
    public void follow(ContentListener listener) {
        replica.follow(listener);
    }

    @Override
    public OpId appendAuthorless(String circle, byte[] content) throws AppendRefused {
        return replica.appendAuthorless(circle, content);
    }

    @Override
    public void followAuthorless(AuthorlessGate gate, AuthorlessListener listener) {
        replica.followAuthorless(gate, listener);
    }

    @Override
    public void regate() {
        replica.regate();
    }

    @Override
    public Stewardship stewardship() {
        return replica.stewardship();
    }

    @Override
    public Signer signer() {
        return replica.signer();
    }

    @Override
    public List<Member> members(String circle) {
        return replica.members(circle);
    }

    @Override
    public ReplicaStatus status() {
        return replica.status();
    }

    @Override
    public VerifyReport verify() {
        return replica.verify();
    }

    @Override
    public void close() {
        Mesh open;
        synchronized (this) {
            closed = true;
            open = mesh;
        }
        if (open != null) {
            open.close();
        }
        replica.close();
    }
}
