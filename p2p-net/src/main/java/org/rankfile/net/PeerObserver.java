// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

/// Is told of connections, in order per connection, on a virtual thread of the mesh. An observer
/// may block and may use the peer.
public interface PeerObserver {
    /// The peer has proved its identity and the gate has not refused it.
    void connected(Peer peer);

    /// The connection has ended.
    ///
    /// @param reason a short word without anything of users, for the log
    void disconnected(Peer peer, String reason);

    /// [Peer#identity()] has something new.
    default void identified(Peer peer) {}
}
