// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;

import java.time.Duration;
import java.util.List;

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

    /// Connects to a peer and starts to synchronise with it. Blocks until the peer has proved its
    /// identity. Not from the engine thread.
    void dial(Multiaddr to) throws NetException;

    /// Disconnects from everybody and stops listening. Not from the engine thread.
    void goOffline();
}
