// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One libp2p node: listens, dials, and serves protocols to the peers that the [Gate] admits.
///
/// Every method is safe from any thread. Those that wait for the network block and belong on
/// virtual threads. Nothing listens and nothing is sent before [#listen] or [#dial].
public interface Mesh extends AutoCloseable {
    /// Our own peer id.
    PeerId self();

    /// Listens at `/ip4|ip6/…/tcp/…` (port 0 takes any free one) and returns the addresses at which
    /// we can be dialled, each with our peer id; a wildcard becomes the machine's addresses.
    ///
    /// @throws NetException CANNOT_LISTEN, BAD_ADDRESS or CLOSED
    List<Multiaddr> listen(Multiaddr at) throws NetException;

    /// Stops listening everywhere. Connections stay.
    void stopListening();

    /// Connects, or returns an open connection to the peer that the address names. Blocks until the
    /// peer has proved its identity; gives up after the limits' times. An address that ends in
    /// `/p2p/…` accepts that peer only.
    ///
    /// @throws NetException with the reason
    Peer dial(Multiaddr to) throws NetException;

    /// The connected peers, one [Peer] per peer id: where there are several connections to one peer
    /// (both dialled at once), both ends choose the same of them.
    List<Peer> peers();

    /// Where we listen now, each with our peer id.
    List<Multiaddr> addresses();

    /// Serves a protocol to peers with at least the given access. The handler runs on a virtual
    /// thread of its own per stream. Replaces an earlier handler of the protocol.
    void serve(String protocol, Gate.Access least, StreamHandler handler);

    /// Tells of connections from now on.
    void observe(PeerObserver observer);

    /// Replaces the network keys for connections to come: at most 16 to listen with (any of them
    /// opens), one to dial with. Open connections stay. Without any key there is no private
    /// network; a key to dial with and none to listen with is allowed, and the reverse is not.
    void useKeys(List<NetworkKey> listen, @Nullable NetworkKey dial);

    /// The gate's verdicts have changed: peers with less access than before are disconnected
    /// (REFUSED), peers with more may use it at once.
    void recheck();

    /// Disconnects all peers and stops listening; the mesh can listen and dial again.
    void goOffline();

    /// How often things happened since the mesh was opened, by stable names such as `accepted`,
    /// `dialled`, `disconnect.window_exceeded`. Sorted by name.
    Map<String, Long> counters();

    /// Closes everything. When it returns there is no thread, socket or buffer of this mesh left,
    /// unless a handler ignores its interruption.
    @Override
    void close();
}
