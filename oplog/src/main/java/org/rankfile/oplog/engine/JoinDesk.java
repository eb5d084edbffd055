// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Secret;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AppendRefused.Reason;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.join.InvitationBook;
import org.rankfile.oplog.join.InviterSession;
import org.rankfile.oplog.join.InviterStatus;
import org.rankfile.oplog.join.Issued;
import org.rankfile.oplog.join.ShortWords;
import org.rankfile.store.StoreException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where newcomers are received: invitations, who waits, admission. Engine thread only.
final class JoinDesk {
    private final LocalReplica replica;
    private final InvitationBook book;
    private final Map<String, Visit> waiting = new LinkedHashMap<>();

    JoinDesk(LocalReplica replica) throws StoreException {
        this.replica = replica;
        List<Issued> stored = replica.parts().store().read(IssuedRecords::all);
        book = new InvitationBook(stored, this::store);
    }

    private void store(Issued issued) {
        try {
            replica.parts()
                    .store()
                    .write(txn -> {
                        IssuedRecords.put(txn, issued);
                        return issued;
                    });
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// One connection with somebody who wants to join.
    record Visit(InviterSession session, FrameQueue queue, Instant arrived) {}

    Invitation invite(Role role, Duration validFor, boolean auto, List<Multiaddr> addresses)
            throws AppendRefused {
        Optional<Hall.Person> me = replica.log().hall().personOf(replica.log().self());
        boolean manager = me.filter(person -> person.role() == Role.MANAGER).isPresent();
        if (!manager || role == Role.KEEPER) {
            throw new AppendRefused(Reason.NOT_ALLOWED);
        }
        List<Multiaddr> at =
                addresses.stream()
                        .flatMap(address -> address.withoutPeer().stream())
                        .limit(Invitation.ADDRESSES)
                        .toList();
        Secret secret = Secret.random(Invitation.SECRET_BYTES, replica.parts().random());
        Invitation invitation = new Invitation(self(), at, secret, now().plus(validFor));
        book.add(Issued.fresh(invitation, role.name(), auto));
        return invitation;
    }

    /// The network keys to listen for: the local's, and those of open invitations.
    List<NetworkKey> keys() {
        List<NetworkKey> keys = new ArrayList<>();
        keys.add(replica.belonging().network());
        keys.addAll(book.openNetworks(now()));
        return keys;
    }

    Visit arrive(FrameQueue queue) {
        InviterSession session =
                new InviterSession(
                        book,
                        self(),
                        queue.stream().peer().id(),
                        queue.stream().peer().handshakeHash(),
                        replica.parts().random());
        return new Visit(session, queue, now());
    }

    void receive(Visit visit, byte[] message) throws AppendRefused {
        visit.queue().send(visit.session().receive(message, now()));
        switch (visit.session().status()) {
            case InviterStatus.Waiting asks when asks.invitation().autoApprove() ->
                    admit(visit, asks);
            case InviterStatus.Waiting asks -> {
                waiting.put(id(asks), visit);
                replica.changed();
            }
            case InviterStatus.Done _, InviterStatus.Refused _ -> visit.queue().finish();
            case InviterStatus.Proving _, InviterStatus.Handing _ -> {
                // The next message comes.
            }
        }
    }

    void leave(Visit visit) {
        waiting.values().remove(visit);
    }

    List<JoinRequest> requests() {
        List<JoinRequest> requests = new ArrayList<>();
        waiting.forEach((id, visit) -> {
            if (visit.session().status() instanceof InviterStatus.Waiting asks) {
                requests.add(new JoinRequest(id, asks.name(), asks.words(), visit.arrived()));
            }
        });
        return requests;
    }

    boolean approve(String id, String words) throws AppendRefused {
        Visit visit = waiting.get(id);
        if (visit == null
                || !(visit.session().status() instanceof InviterStatus.Waiting asks)
                || !ShortWords.match(asks.words(), words)) {
            return false;
        }
        waiting.remove(id);
        admit(visit, asks);
        return true;
    }

    boolean refuse(String id) {
        Visit visit = waiting.remove(id);
        if (visit == null || !(visit.session().status() instanceof InviterStatus.Waiting)) {
            return false;
        }
        visit.queue().send(visit.session().refuse());
        visit.queue().finish();
        return true;
    }

    private void admit(Visit visit, InviterStatus.Waiting asks) throws AppendRefused {
        Role role = Role.valueOf(asks.invitation().role());
        replica.stewardship().admit(asks.name(), role, asks.keys());
        Handover handover = new Handover(replica.belonging().local(), circles(role));
        visit.queue()
                .send(
                        visit.session()
                                .approve(
                                        replica.belonging().network(),
                                        List.of(handover.bytes()),
                                        now()));
        replica.changed();
    }

    private List<CircleIdentity> circles(Role role) {
        boolean committee = role == Role.STEWARD || role == Role.MANAGER;
        return replica.belonging().circles().stream()
                .filter(circle -> committee || circle.isHall())
                .toList();
    }

    private static String id(InviterStatus.Waiting asks) {
        return asks.invitation().invitation().id().substring(0, 8);
    }

    private PeerId self() {
        return PeerId.of(replica.device().peer().verifyKey());
    }

    private Instant now() {
        return replica.parts().time().instant();
    }
}
