// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.Peer;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.ReplicaStatus.PeerState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A peer that we are connected to: its connections, its sessions, what failed between us. Engine
/// thread only.
final class Contact {
    private final List<Peer> connections = new ArrayList<>();
    private final List<PeerSession> sessions = new ArrayList<>();
    private boolean opening;
    private boolean wanted;
    private boolean failed;
    private boolean waiting;
    private int failures;
    private int renewals;

    void connected(Peer connection) {
        if (!connections.contains(connection)) {
            connections.add(connection);
        }
    }

    /// Drops what went over a connection that has ended.
    ///
    /// @return whether nothing is left of this contact
    boolean disconnected(Peer connection) {
        connections.remove(connection);
        for (PeerSession session : List.copyOf(sessions)) {
            if (session.peer().equals(connection)) {
                sessions.remove(session);
                session.queue().drop();
            }
        }
        return connections.isEmpty() && sessions.isEmpty();
    }

    List<PeerSession> sessions() {
        return sessions;
    }

    List<Peer> connections() {
        return connections;
    }

    /// The connection to use: the last one that we dialled, else the last one.
    Optional<Peer> newest() {
        List<Peer> open = connections.stream().filter(Peer::isOpen).toList();
        Optional<Peer> dialled = open.stream().filter(Peer::outbound).reduce((_, last) -> last);
        return dialled.or(() -> open.stream().reduce((_, last) -> last));
    }

    /// Says that a session is wanted.
    ///
    /// @return whether to open one now
    boolean begin() {
        boolean live = sessions.stream().anyMatch(session -> !session.isOver());
        if (live || opening) {
            wanted |= opening;
            return false;
        }
        opening = true;
        wanted = false;
        return true;
    }

    /// The attempt to open a session is over, well or not.
    ///
    /// @return whether one was asked for meanwhile
    boolean opened() {
        boolean again = opening && wanted && sessions.isEmpty();
        opening = false;
        wanted = false;
        return again;
    }

    void begun(PeerSession session) {
        sessions.add(session);
        failed = false;
    }

    void ended(PeerSession session) {
        if (sessions.remove(session)) {
            failed |= session.isOver();
        }
    }

    /// Whether a session that ended well may be followed by another one at once: a peer that ends
    /// one after the other has to wait.
    boolean mayRenew() {
        renewals++;
        return renewals <= Limits.RENEWALS;
    }

    /// How long to wait before the next attempt; empty where one is waited for already.
    Optional<Duration> failed() {
        failed = true;
        if (waiting) {
            return Optional.empty();
        }
        waiting = true;
        long millis = Limits.RETRY_MILLIS << Math.min(failures, 10);
        failures++;
        return Optional.of(Duration.ofMillis(Math.min(millis, Limits.RETRY_MOST_MILLIS)));
    }

    /// The wait is over.
    void waited() {
        waiting = false;
    }

    /// Where things stand between us: of the last session, if there is one.
    PeerState state() {
        Optional<PeerState> best =
                sessions.stream()
                        .map(PeerSession::state)
                        .max(Comparator.comparingInt(Contact::rank));
        if (best.filter(state -> state == PeerState.IN_SYNC).isPresent()) {
            failures = 0;
        }
        return best.orElse(failed ? PeerState.FAILED : PeerState.CONNECTED);
    }

    private static int rank(PeerState state) {
        return switch (state) {
            case FAILED -> 0;
            case CONNECTED -> 1;
            case SYNCING -> 2;
            case IN_SYNC -> 3;
        };
    }
}
