// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.net.NetworkKey;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRefusal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The invitations made here: each is good for one device (JOIN-20 to JOIN-23). The oldest are
/// forgotten above [JoinLimits#INVITATIONS]; a forgotten one is refused as unknown. Engine thread
/// only.
public final class InvitationBook {

    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final Consumer<Issued> onChange;

    /// A book of the invitations that were stored.
    ///
    /// @param stored in the order in which they were made
    /// @param onChange stores a new or changed invitation durably before it returns; keyed by the
    ///   invitation's id
    public InvitationBook(List<Issued> stored, Consumer<Issued> onChange) {
        stored.forEach(this::keep);
        this.onChange = onChange;
    }

    /// Notes down a new invitation.
    public void add(Issued fresh) {
        change(fresh);
    }

    /// All that are remembered, the oldest first.
    public List<Issued> all() {
        return List.copyOf(issued.values());
    }

    /// Withdraws an invitation or refuses who claimed it; false when there is none with this id.
    public boolean close(String invitation) {
        Optional<Issued> found = find(invitation);
        found.filter(i -> i.state() != Issued.State.CLOSED)
                .ifPresent(i -> change(i.in(Issued.State.CLOSED)));
        return found.isPresent();
    }

    /// The one-time network keys to listen for, at most [JoinLimits#OPEN_NETWORKS]: of the newest
    /// invitations that are not closed, and not expired unless a device has claimed them in time.
    public List<NetworkKey> openNetworks(Instant now) {
        List<NetworkKey> keys = new ArrayList<>();
        for (Issued entry : all().reversed()) {
            boolean open =
                    switch (entry.state()) {
                        case OPEN -> !entry.invitation().isExpired(now);
                        case CLAIMED, APPROVED -> true;
                        case CLOSED -> false;
                    };
            if (open && keys.size() < JoinLimits.OPEN_NETWORKS) {
                keys.add(entry.invitation().networkKey());
            }
        }
        return keys;
    }

    Optional<Issued> find(String invitation) {
        return Optional.ofNullable(issued.get(invitation));
    }

    /// May a device with these keys go on with this invitation now?
    Issued check(String invitation, Hash keys, Instant now) throws JoinFault {
        Issued entry = find(invitation).orElseThrow(() -> new JoinFault(JoinRefusal.WRONG_SECRET));
        if (!entry.isFor(keys)) {
            throw new JoinFault(JoinRefusal.ALREADY_USED);
        }
        if (entry.state() == Issued.State.CLOSED) {
            boolean claimed = entry.claimant().isPresent();
            throw new JoinFault(claimed ? JoinRefusal.ALREADY_USED : JoinRefusal.REFUSED);
        }
        // Whoever came in time may still be approved, and fetch the admission again, afterwards.
        if (entry.state() == Issued.State.OPEN && entry.invitation().isExpired(now)) {
            throw new JoinFault(JoinRefusal.EXPIRED);
        }
        return entry;
    }

    /// The device has proved the secret and its keys: from now on the invitation is for it alone.
    Issued claim(String invitation, Hash keys, Instant now) throws JoinFault {
        return change(check(invitation, keys, now).claimedBy(keys));
    }

    Issued approve(String invitation, Hash keys, Instant now) throws JoinFault {
        return change(check(invitation, keys, now).in(Issued.State.APPROVED));
    }

    private Issued change(Issued entry) {
        onChange.accept(entry);
        keep(entry);
        return entry;
    }

    private void keep(Issued entry) {
        issued.put(entry.invitation().id(), entry);
        if (issued.size() > JoinLimits.INVITATIONS) {
            issued.remove(issued.keySet().iterator().next());
        }
    }

    /// Names an invitation in commands: the first eight digits of its id.
    static String shortId(Invitation invitation) {
        return invitation.id().substring(0, 8);
    }
}
