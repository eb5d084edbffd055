// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.NetException;
import org.rankfile.net.Peer;
import org.rankfile.net.PeerId;
import org.rankfile.net.Stream;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.SyncLimits;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.oplog.sync.SyncSession;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Synchronisation with everybody who is connected. Whoever dialled opens the session, once the
/// other side knows it, and opens it again after a failure. Engine thread only, but for what says
/// that it blocks.
final class SyncDesk {
    static final String PROTOCOL = "/rankfile/sync/1";

    private final LocalReplica replica;
    private final IntroductionDesk introductions;
    private final Map<PeerId, Contact> contacts = new LinkedHashMap<>();
    private final Map<Peer, CompletableFuture<Peer>> closing = new LinkedHashMap<>();

    SyncDesk(LocalReplica replica, IntroductionDesk introductions) {
        this.replica = replica;
        this.introductions = introductions;
    }

    private Contact contact(PeerId peer) {
        return contacts.computeIfAbsent(peer, _ -> new Contact());
    }

    void connected(Peer peer) {
        if (peer.isOpen()) {
            contact(peer.id()).connected(peer);
            openIfDialled(peer);
        }
        replica.changed();
    }

    void disconnected(Peer peer) {
        Contact contact = contacts.get(peer.id());
        if (contact != null && contact.disconnected(peer)) {
            contacts.remove(peer.id());
            introductions.left(peer.id());
        }
        CompletableFuture<Peer> gone = closing.remove(peer);
        if (gone != null) {
            gone.complete(peer);
        }
        replica.changed();
    }

    /// The peer has said what it serves: maybe it knows us now.
    void identified(Peer peer) {
        if (peer.identity().protocols().contains(PROTOCOL)) {
            openIfDialled(peer);
        }
    }

    /// Peers that were strangers until now may be members.
    void membersChanged() {
        List.copyOf(contacts.values()).forEach(c -> c.newest().ifPresent(this::openIfDialled));
    }

    private void openIfDialled(Peer peer) {
        if (peer.outbound()) {
            open(peer);
        }
    }

    /// Opens a session, unless there is one.
    void open(Peer peer) {
        if (peer.isOpen()) {
            Contact contact = contact(peer.id());
            contact.connected(peer);
            if (contact.begin() && !replica.fork(() -> run(peer))) {
                contact.opened();
            }
        }
    }

    /// Closes a connection that does not answer; done when it is gone.
    CompletableFuture<Peer> close(Peer peer) {
        if (!peer.isOpen()) {
            return CompletableFuture.completedFuture(peer);
        }
        CompletableFuture<Peer> gone =
                closing.computeIfAbsent(peer, _ -> new CompletableFuture<>());
        peer.close("silent");
        return gone;
    }

    /// Whether a peer still answers. Blocks.
    static boolean answers(Peer peer) {
        try {
            peer.ping();
            return true;
        } catch (NetException e) {
            return e.reason() == NetException.Reason.PROTOCOL_UNKNOWN;
        }
    }

    /// How an attempt at a session ended.
    private enum Ending {
        /// One of the two does not know the other.
        STRANGERS,
        /// It stood, and one of the two ended it.
        WELL,
        /// It failed, or the stream broke.
        BROKEN
    }

    /// Blocks until the session is over.
    private void run(Peer peer) {
        Ending ending = Ending.BROKEN;
        try {
            Optional<Stream> stream = stream(peer);
            ending =
                    stream.isPresent()
                            ? synchronise(stream.get(), SyncRole.INITIATOR)
                            : Ending.STRANGERS;
        } catch (IOException notNow) {
            ending = Ending.BROKEN;
        } finally {
            Ending how = ending;
            replica.post(() -> ended(peer, how));
        }
    }

    /// A stream for a session; empty where one of the two does not know the other.
    private Optional<Stream> stream(Peer peer) throws IOException {
        boolean known = replica.call(() -> replica.isKnown(peer.id()));
        if (known) {
            try {
                return Optional.of(peer.open(PROTOCOL));
            } catch (NetException e) {
                if (e.reason() != NetException.Reason.PROTOCOL_UNKNOWN) {
                    throw e;
                }
            }
        }
        boolean presentable = replica.call(replica::isAdmitted);
        Circle hall = replica.call(() -> replica.log().circle(CircleIdentity.HALL).orElseThrow());
        return presentable && introductions.introduce(peer, hall)
                ? Optional.of(peer.open(PROTOCOL))
                : Optional.empty();
    }

    private void ended(Peer peer, Ending how) {
        Contact contact = contacts.get(peer.id());
        if (contact == null) {
            return;
        }
        if (contact.opened() || (how == Ending.WELL && contact.mayRenew())) {
            contact.newest().ifPresent(this::open);
        } else if (how != Ending.STRANGERS && peer.isOpen()) {
            retry(peer, contact);
        }
        replica.changed();
    }

    private void retry(Peer peer, Contact contact) {
        Optional<Duration> delay = contact.failed();
        if (delay.isPresent()) {
            replica.parts()
                    .alarm()
                    .after(delay.get(), () -> replica.post(() -> again(peer, contact)));
        }
    }

    private void again(Peer peer, Contact contact) {
        contact.waited();
        if (contacts.get(peer.id()) != contact) {
            return;
        }
        for (PeerSession session : contact.sessions()) {
            if (session.isStalled()) {
                session.queue().send(session.sync().recheck());
            }
        }
        contact.newest().ifPresent(this::openIfDialled);
        replica.changed();
    }

    /// Serves a session that a peer has opened. Blocks until it is over.
    void serve(Stream stream) throws IOException {
        synchronise(stream, SyncRole.RESPONDER);
    }

    private Ending synchronise(Stream stream, SyncRole role) throws IOException {
        FrameQueue queue = new FrameQueue(stream);
        PeerSession session = replica.call(() -> begin(queue, role));
        boolean finished = false;
        try {
            replica.send(queue);
            queue.read(
                    SyncLimits.STANDARD.frameBytes(),
                    frames -> replica.call(() -> receive(session, frames)));
            finished = true;
        } catch (NetException e) {
            if (e.reason() != NetException.Reason.CLOSED) {
                throw e;
            }
        } finally {
            queue.drop();
            replica.call(() -> leave(session));
        }
        boolean agreed = finished || replica.call(session::isEnded);
        return agreed && !replica.call(session::isOver) ? Ending.WELL : Ending.BROKEN;
    }

    private PeerSession begin(FrameQueue queue, SyncRole role) {
        Peer peer = queue.stream().peer();
        PeerExchange exchange = new PeerExchange(replica, peer.id());
        SyncSession sync =
                new SyncSession(
                        role,
                        peer.handshakeHash(),
                        exchange,
                        SyncLimits.STANDARD,
                        replica.parts().random());
        PeerSession session = new PeerSession(queue, role, exchange, sync);
        Contact contact = contact(peer.id());
        contact.connected(peer);
        contact.begun(session);
        if (role == SyncRole.INITIATOR) {
            contact.opened();
        }
        queue.send(sync.start());
        doubt(contact, peer);
        replica.changed();
        return session;
    }

    /// A peer that comes on a new connection may have lost the old one without our hearing of it.
    private void doubt(Contact contact, Peer fresh) {
        for (Peer older : List.copyOf(contact.connections())) {
            if (!older.equals(fresh)) {
                replica.fork(() -> {
                    if (!answers(older)) {
                        older.close("silent");
                    }
                });
            }
        }
    }

    private PeerSession receive(PeerSession session, List<byte[]> frames) {
        session.queue().send(session.sync().receive(frames));
        if (session.isOver()) {
            session.queue().finish();
        } else if (session.isStalled()) {
            retry(session.peer(), contact(session.peer().id()));
        } else {
            introduceWhereUnknown(session);
        }
        replica.changed();
        return session;
    }

    /// A circle of ours that the peer is in, and that was not common: the peer has not heard that
    /// we are in it. Where neither has heard of the other, its role says that it may be.
    private void introduceWhereUnknown(PeerSession session) {
        PeerId peer = session.peer().id();
        boolean guesses = session.role() == SyncRole.INITIATOR && isSteward(peer);
        for (Circle circle : session.notCommon(replica.log().circles())) {
            if (guesses || replica.log().isIn(circle, peer)) {
                replica.fork(() -> introduce(session.peer(), circle));
            }
        }
    }

    private boolean isSteward(PeerId peer) {
        return replica.log().hall().peopleOf(peer).stream()
                .anyMatch(p -> p.role() == Role.STEWARD || p.role() == Role.MANAGER);
    }

    private void introduce(Peer peer, Circle circle) {
        try {
            introductions.introduce(peer, circle);
        } catch (IOException notNow) {
            replica.post(replica::changed);
        }
    }

    private PeerSession leave(PeerSession session) {
        Peer peer = session.peer();
        Contact contact = contacts.get(peer.id());
        if (contact != null) {
            contact.ended(session);
            if (!peer.isOpen() && contact.disconnected(peer)) {
                contacts.remove(peer.id());
            }
        }
        replica.changed();
        return session;
    }

    /// The open sessions.
    List<PeerSession> sessions() {
        return contacts.values().stream().flatMap(c -> c.sessions().stream()).toList();
    }

    /// A batch is over. Sessions that began without a circle that the peer may get now are ended;
    /// whoever opened them opens new ones.
    void settled() {
        sessions().stream().filter(PeerSession::isOutgrown).forEach(PeerSession::end);
    }

    /// What was not taken for want of room may be admitted now: it is asked for again.
    void regated() {
        for (PeerSession session : sessions()) {
            session.queue().send(session.sync().recheckDropped());
        }
    }

    /// An op is held and durable, whoever made it.
    void held(CircleTag circle, OpKey key) {
        for (PeerSession session : sessions()) {
            session.queue().send(session.sync().announce(circle, key));
        }
    }

    /// Everybody who is connected, for the status.
    List<PeerStatus> peers() {
        List<PeerStatus> peers = new ArrayList<>();
        contacts.forEach((id, contact) -> {
            String address = contact.newest().map(p -> p.address().toString()).orElse("");
            String name =
                    replica.log().hall().peopleOf(id).stream()
                            .findFirst()
                            .map(Hall.Person::name)
                            .orElse("");
            peers.add(new PeerStatus(id.toString(), name, address, contact.state()));
        });
        return peers;
    }
}
