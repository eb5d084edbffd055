// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.Invitation;

import java.util.Optional;

/// An invitation as its maker remembers it. Immutable.
///
/// @param invitation the invitation
/// @param role what the newcomer will be, as the engine writes roles; never taken from the
///   invitation's text
/// @param autoApprove admit whoever proves the secret, without comparing words
/// @param state how far it is
/// @param claimant the keys of the first device that proved the secret; nobody else may go on
public record Issued(
        Invitation invitation,
        String role,
        boolean autoApprove,
        State state,
        Optional<Hash> claimant) {

    /// How far an invitation is; it only goes on.
    public enum State {
        /// Not used.
        OPEN,
        /// A device has proved the secret and waits.
        CLAIMED,
        /// Approved; the device may fetch the admission again until it has arrived.
        APPROVED,
        /// Used, refused or withdrawn.
        CLOSED
    }

    /// One just made.
    public static Issued fresh(Invitation invitation, String role, boolean autoApprove) {
        return new Issued(invitation, role, autoApprove, State.OPEN, Optional.empty());
    }

    Issued in(State next) {
        return new Issued(invitation, role, autoApprove, next, claimant);
    }

    Issued claimedBy(Hash keys) {
        State next = state == State.OPEN ? State.CLAIMED : state;
        return new Issued(invitation, role, autoApprove, next, Optional.of(keys));
    }

    boolean isFor(Hash keys) {
        return claimant.isEmpty() || claimant.get().equals(keys);
    }
}
