// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.time.Duration;
import java.util.Optional;

/// One open connection to a peer that has proved its identity. Safe from any thread.
public interface Peer {
    /// Who it is, proved by its signature over this connection's Noise key.
    PeerId id();

    /// The far end's address, as seen by the socket, with its peer id.
    Multiaddr address();

    /// Whether we dialled it.
    boolean outbound();

    /// The Noise handshake hash (32 bytes, a copy): the same at both ends, and different for every
    /// connection, so that what is signed or proved over it cannot be replayed.
    byte[] handshakeHash();

    /// The private network's key that this connection uses, one of those we listen or dial with;
    /// empty where there is no private network.
    Optional<NetworkKey> networkKey();

    /// What the gate allows it now.
    Gate.Access access();

    /// Opens a stream for a protocol; returns when the far end has agreed to it.
    ///
    /// @throws NetException PROTOCOL_UNKNOWN, TOO_MANY_STREAMS, TIMEOUT or CLOSED
    Stream open(String protocol) throws NetException;

    /// Measures one round trip of `/ipfs/ping/1.0.0`.
    ///
    /// @throws NetException PROTOCOL_UNKNOWN (the peer does not serve it to us), TIMEOUT or CLOSED
    Duration ping() throws NetException;

    /// What the peer says about itself; empty until its answer to identify has arrived, see
    /// [PeerObserver#identified(Peer)].
    IdentifyInfo identity();

    /// Disconnects. The text is for the counters and the log here, it is not sent. Streams are
    /// reset.
    void close(String reason);

    /// Whether the connection still stands.
    boolean isOpen();
}
