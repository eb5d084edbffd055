// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.io.IOException;

/// Why something on the network did not work. The message holds no address, name, peer or key.
public final class NetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// A failure for the given reason.
    public NetException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /// A failure with the exception that caused it.
    public NetException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /// What went wrong, for the layer above to put into words.
    public Reason reason() {
        return reason;
    }

    /// All that can go wrong. Disconnections are counted under these names, see [Mesh#counters()].
    public enum Reason {
        /// The address is of a kind that cannot be dialled or listened on.
        BAD_ADDRESS,
        /// The name does not resolve, or nothing answers at the address.
        UNREACHABLE,
        /// The address cannot be listened on: in use, not ours, or not permitted.
        CANNOT_LISTEN,
        /// The far end did not answer in time.
        TIMEOUT,
        /// The far end does not hold the same network key (or is no libp2p peer at all).
        NETWORK_KEY,
        /// The handshake was malformed or not authentic.
        HANDSHAKE,
        /// Another peer answered than the one that was dialled.
        WRONG_PEER,
        /// The gate refuses the peer, or has withdrawn its rights.
        REFUSED,
        /// The far end does not serve this protocol to us.
        PROTOCOL_UNKNOWN,
        /// A frame or message breaks its specification.
        MALFORMED,
        /// The peer sent more than its window allows.
        WINDOW_EXCEEDED,
        /// Too many streams on one connection.
        TOO_MANY_STREAMS,
        /// Too many connections, or handshakes under way.
        TOO_MANY_CONNECTIONS,
        /// The peer makes us queue more answers than the limit.
        FLOOD,
        /// The peer has gone, or the stream was reset.
        CLOSED,
        /// The operating system's socket failed.
        IO
    }
}
