// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetworkKey;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A replica that can meet others. No network is touched before [#listen] or [#dial].
public interface NetworkedReplica extends Replica {
    /// Makes an invitation, good for one device. It names the addresses at which we listen now.
    /// Engine thread only.
    ///
    /// @param autoApprove admit whoever proves the secret, without comparing words
    /// @throws AppendRefused unless we are a manager
    Invitation invite(Role role, Duration validFor, boolean autoApprove) throws AppendRefused;

    /// Who waits to be approved. Engine thread only.
    List<JoinRequest> requests();

    /// Admits somebody who waits. Engine thread only.
    ///
    /// @param words what the joiner read out
    /// @return false where nobody of this id waits or the words are not theirs; nothing is done
    boolean approve(String id, String words) throws AppendRefused;

    /// Turns somebody away and closes the invitation. Engine thread only.
    ///
    /// @return false where nobody of this id waits
    boolean refuse(String id);

    /// Listens; returns the addresses at which we can be dialled. Any thread.
    List<Multiaddr> listen(Multiaddr at) throws NetException;

    /// Connects to a peer and starts to synchronise with it; where it is connected already, sees to
    /// it that a session is open. Blocks until the peer has proved its identity, and where an
    /// earlier connection has died unnoticed, until that is found out. Not from the engine thread.
    void dial(Multiaddr to) throws NetException;

    /// How often things happened since the first [#listen] or [#dial], by stable names: those of
    /// the network (`accepted`, `disconnect.timeout`), and `introduction.` with how introductions
    /// ended (`introduction.acquainted`, `introduction.foreign`). Sorted by name. Any thread.
    Map<String, Long> counters();

    /// The local's libp2p pre-shared key, as every member has it: with it another libp2p program
    /// reaches a member's port and, being no member, gets identify and nothing else. A secret of
    /// the local's, not to be shown. Any thread.
    NetworkKey networkKey();

    /// Disconnects from everybody and stops listening. Not from the engine thread.
    void goOffline();
}
