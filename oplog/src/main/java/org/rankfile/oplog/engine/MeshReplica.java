// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
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
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.VerifyReport;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.SyncLimits;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.oplog.sync.SyncSession;
import org.rankfile.store.StoreException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/// A [LocalReplica] that meets others. Blocking reads and writes run on threads of their own; all
/// that touches the log runs on the engine thread.
public final class MeshReplica implements NetworkedReplica {
    static final String SYNC = "/rankfile/sync/1";
    static final String JOIN = "/rankfile/join/1";
    static final String AGENT = "rankfile/0.1";

    private final LocalReplica replica;
    private final JoinDesk desk;
    private final List<PeerSession> sessions = new ArrayList<>();
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private volatile Set<PeerId> members = Set.of();
    private volatile @Nullable Mesh mesh;

    MeshReplica(LocalReplica replica) throws StoreException {
        this.replica = replica;
        desk = new JoinDesk(replica);
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

    private synchronized Mesh mesh() {
        Mesh open = mesh;
        if (open == null) {
            MeshConfig config =
                    new MeshConfig(
                            replica.device().peer(),
                            List.of(replica.belonging().network()),
                            replica.belonging().network(),
                            Limits.defaults(),
                            replica.parts().random(),
                            AGENT,
                            replica.parts().time());
            open = Meshes.open(config, this::accessOf);
            open.serve(SYNC, Gate.Access.MEMBER, stream -> synchronise(stream, SyncRole.RESPONDER));
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
        open.useKeys(keys(), replica.belonging().network());
        List<Multiaddr> addresses = open.listen(at);
        tell();
        return addresses;
    }

    private List<NetworkKey> keys() throws NetException {
        try {
            return engine(desk::keys);
        } catch (NetException e) {
            throw e;
        } catch (IOException e) {
            throw new NetException(NetException.Reason.IO, e);
        }
    }

    @Override
    public void dial(Multiaddr to) throws NetException {
        mesh().dial(to);
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

    private <T> T engine(Callable<T> work) throws IOException {
        try {
            return replica.onEngine(work).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetException(NetException.Reason.CLOSED, e);
        }
    }

    private void tell() {
        replica.parts().engine().execute(replica::changed);
    }

    private void receiveNewcomer(Stream stream) throws IOException {
        FrameQueue queue = new FrameQueue(stream);
        JoinDesk.Visit visit = engine(() -> desk.arrive(queue));
        replica.parts().io().execute(queue::write);
        try {
            queue.read(
                    JoinLimits.JOINER_MESSAGE_BYTES,
                    messages ->
                            engine(() -> {
                                for (byte[] message : messages) {
                                    desk.receive(visit, message);
                                }
                                return visit;
                            }));
        } finally {
            engine(() -> {
                desk.leave(visit);
                return visit;
            });
            queue.finish();
        }
    }

    private void synchronise(Stream stream, SyncRole role) throws IOException {
        FrameQueue queue = new FrameQueue(stream);
        PeerSession session = engine(() -> begin(queue, role));
        replica.parts().io().execute(queue::write);
        try {
            queue.read(
                    SyncLimits.STANDARD.frameBytes(),
                    frames -> engine(() -> receive(session, frames)));
        } finally {
            queue.drop();
            engine(() -> {
                sessions.remove(session);
                replica.changed();
                return session;
            });
        }
    }

    private PeerSession begin(FrameQueue queue, SyncRole role) {
        Peer peer = queue.stream().peer();
        SyncSession sync =
                new SyncSession(
                        role,
                        peer.handshakeHash(),
                        new PeerExchange(replica, peer.id()),
                        SyncLimits.STANDARD,
                        replica.parts().random());
        PeerSession session = new PeerSession(queue, sync);
        sessions.add(session);
        queue.send(sync.start());
        replica.changed();
        return session;
    }

    private PeerSession receive(PeerSession session, List<byte[]> frames) {
        session.queue().send(session.sync().receive(frames));
        if (session.state() == ReplicaStatus.PeerState.FAILED) {
            session.queue().finish();
        }
        replica.changed();
        return session;
    }

    private void open(Peer peer) {
        try {
            synchronise(peer.open(SYNC), SyncRole.INITIATOR);
        } catch (IOException notNow) {
            // The peer does not know us yet, or is gone: it opens a session when it learns of us.
            tell();
        }
    }

    private final class Observer implements PeerObserver {
        @Override
        public void connected(Peer peer) {
            if (peer.outbound()) {
                replica.parts().io().execute(() -> open(peer));
            }
            tell();
        }

        @Override
        public void disconnected(Peer peer, String reason) {
            tell();
        }
    }

    private final class Watch implements LogWatch {
        @Override
        public void held(CircleTag circle, OpKey key) {
            for (PeerSession session : List.copyOf(sessions)) {
                session.queue().send(session.sync().announce(circle, key));
            }
        }

        @Override
        public void settled() {
            Set<PeerId> now =
                    replica.log().hall().people().stream()
                            .flatMap(p -> replica.log().hall().devicesOf(p.id()).stream())
                            .map(device -> device.keys().peer())
                            .collect(Collectors.toSet());
            if (now.isEmpty()) {
                replica.belonging().sponsor().ifPresent(now::add);
            }
            if (!now.equals(members)) {
                members = Set.copyOf(now);
                meet();
            }
            if (!arrived.isDone() && isSettledIn()) {
                arrived.complete(null);
            }
        }

        /// Opens sessions with peers that were strangers until now.
        private void meet() {
            Mesh open = mesh;
            if (open == null) {
                return;
            }
            Set<PeerId> met = sessions.stream().map(PeerSession::peer).collect(Collectors.toSet());
            replica.parts().io().execute(open::recheck);
            for (Peer peer : open.peers()) {
                if (members.contains(peer.id()) && !met.contains(peer.id())) {
                    replica.parts().io().execute(() -> MeshReplica.this.open(peer));
                }
            }
        }

        private boolean isSettledIn() {
            LocalLog log = replica.log();
            return log.hall().personOf(log.self()).isPresent()
                    && log.circles().stream().allMatch(c -> !c.state().currentEpochs().isEmpty());
        }

        @Override
        public List<PeerStatus> peers() {
            List<PeerStatus> peers = new ArrayList<>();
            for (PeerSession session : sessions) {
                String person =
                        replica.log()
                                .hall()
                                .deviceOf(session.peer())
                                .flatMap(device -> replica.log().hall().personOf(device.id()))
                                .map(Hall.Person::name)
                                .orElse("");
                peers.add(
                        new PeerStatus(
                                session.peer().toString(),
                                person,
                                session.address(),
                                session.state()));
            }
            return peers;
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
        Mesh open = mesh;
        if (open != null) {
            open.close();
        }
        replica.close();
    }
}
