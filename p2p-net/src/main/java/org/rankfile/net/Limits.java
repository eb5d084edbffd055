// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.time.Duration;

/// Every number that bounds what a foreign peer can make us hold, do or wait for. A peer that
/// breaks one is disconnected, and counted under the reason (docs/spec/net.md, NET-30).
///
/// @param connections open connections, both directions together
/// @param pendingHandshakes accepted connections that are not yet authenticated
/// @param streams streams per connection and direction
/// @param windowBytes what a peer may send on one stream before it is read (256 KiB..16 MiB)
/// @param connectionBufferBytes unread bytes of all streams of a connection, above which its socket
///   is not read until half of them are taken
/// @param outboundBytes bytes queued for a connection, above which writers wait
/// @param times how long to wait for the far end
public record Limits(
        int connections,
        int pendingHandshakes,
        int streams,
        int windowBytes,
        int connectionBufferBytes,
        int outboundBytes,
        Times times) {
    /// Bytes of an unsigned varint: 63 bits (multiformats unsigned-varint).
    public static final int VARINT_BYTES = 9;

    /// Network keys that a listener tries.
    public static final int NETWORK_KEYS = 16;

    /// Bytes of a multiaddr in binary form.
    public static final int MULTIADDR_BYTES = 512;

    /// Parts of a multiaddr.
    public static final int MULTIADDR_PARTS = 16;

    /// Characters of a multiaddr or peer id in text form.
    public static final int TEXT_CHARS = 1024;

    /// Bytes of a multistream-select line, its line feed included.
    public static final int MULTISTREAM_LINE_BYTES = 1024;

    /// Protocols that a dialler may propose on one stream or connection.
    public static final int MULTISTREAM_PROPOSALS = 16;

    /// Bytes of a Noise message, as its two-byte length says.
    public static final int NOISE_MESSAGE_BYTES = 65_535;

    /// Bytes of a Noise handshake message; real ones have about 250.
    public static final int NOISE_HANDSHAKE_BYTES = 4096;

    /// Bytes of an identify message.
    public static final int IDENTIFY_BYTES = 16 * 1024;

    /// Entries of each list in an identify message; the others are ignored.
    public static final int IDENTIFY_ENTRIES = 128;

    /// Characters of an agent's name; a longer one is cut.
    public static final int AGENT_CHARS = 128;

    /// Bytes of answers (pings, window updates, resets) queued for a peer that does not read.
    public static final int CONTROL_BYTES = 256 * 1024;

    /// Bytes read and thrown away from a connection with a wrong network key before it is closed.
    public static final int WRONG_KEY_BYTES = 4096;

    /// Bytes of a yamux window at the start of a stream, by its specification.
    public static final int YAMUX_INITIAL_WINDOW = 256 * 1024;

    /// Connections that the operating system may hold before we accept them.
    public static final int BACKLOG = 128;

    /// Addresses that a name may resolve to; the others are not tried.
    public static final int RESOLVED_ADDRESSES = 8;

    /// Checks the ranges.
    public Limits {
        if (connections < 1 || pendingHandshakes < 1 || streams < 1) {
            throw new IllegalArgumentException("counts start at 1");
        }
        if (windowBytes < YAMUX_INITIAL_WINDOW || windowBytes > 16 * 1024 * 1024) {
            throw new IllegalArgumentException("window of 256 KiB to 16 MiB");
        }
        if (connectionBufferBytes < windowBytes || outboundBytes < NOISE_MESSAGE_BYTES) {
            throw new IllegalArgumentException("buffers hold at least one window or message");
        }
    }

    /// What the program uses.
    public static Limits defaults() {
        return new Limits(
                256, 64, 1024, 1024 * 1024, 16 * 1024 * 1024, 1024 * 1024, Times.defaults());
    }

    /// The same with another number of connections and handshakes under way.
    public Limits withConnections(int open, int pending) {
        return new Limits(
                open, pending, streams, windowBytes, connectionBufferBytes, outboundBytes, times);
    }

    /// The same with another number of streams.
    public Limits withStreams(int count) {
        return new Limits(
                connections,
                pendingHandshakes,
                count,
                windowBytes,
                connectionBufferBytes,
                outboundBytes,
                times);
    }

    /// The same with other times.
    public Limits withTimes(Times other) {
        return new Limits(
                connections,
                pendingHandshakes,
                streams,
                windowBytes,
                connectionBufferBytes,
                outboundBytes,
                other);
    }

    /// How long to wait for the far end.
    ///
    /// @param connect for a socket to open, per address
    /// @param handshake from the open socket to the authenticated connection
    /// @param negotiation for a protocol to be agreed on a new stream, for identify and for a ping
    /// @param wrongKey from the recognition of a wrong network key to the close
    /// @param keepAlive between two pings of the multiplexer
    /// @param keepAliveAnswer for the answer to such a ping
    /// @param close for the threads of handlers when a mesh closes
    public record Times(
            Duration connect,
            Duration handshake,
            Duration negotiation,
            Duration wrongKey,
            Duration keepAlive,
            Duration keepAliveAnswer,
            Duration close) {
        /// What the program uses.
        public static Times defaults() {
            return new Times(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5));
        }

        /// The same with another time for handshakes.
        public Times withHandshake(Duration within) {
            return new Times(
                    connect, within, negotiation, wrongKey, keepAlive, keepAliveAnswer, close);
        }
    }
}
