// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;
import org.rankfile.net.mux.MuxStream;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Multistream;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/// A stream on which both ends have agreed on a protocol.
final class PeerStream implements Stream {
    private final Peer peer;
    private final MuxStream stream;
    private final String protocol;

    /// Arrived behind the negotiation. Used by the reading thread only.
    private byte[] early;

    private PeerStream(Peer peer, MuxStream stream, Multistream agreed) {
        this.peer = peer;
        this.stream = stream;
        protocol = agreed.protocol();
        early = agreed.rest();
    }

    /// Proposes a protocol on a stream that we have opened.
    static PeerStream propose(Peer peer, MuxStream stream, String protocol, Duration within)
            throws IOException {
        return negotiate(
                peer, stream, Multistream.dialler(protocol, Limits.MULTISTREAM_LINE_BYTES), within);
    }

    /// Answers proposals on a stream that the peer has opened.
    static PeerStream accept(Peer peer, MuxStream stream, Predicate<String> serves, Duration within)
            throws IOException {
        Multistream listener =
                Multistream.listener(
                        serves, Limits.MULTISTREAM_LINE_BYTES, Limits.MULTISTREAM_PROPOSALS);
        return negotiate(peer, stream, listener, within);
    }

    /// On failure the stream is reset.
    private static PeerStream negotiate(
            Peer peer, MuxStream stream, Multistream negotiation, Duration within)
            throws IOException {
        boolean agreed = false;
        stream.readTimeout(within);
        try {
            send(stream, negotiation);
            byte[] chunk = new byte[Limits.MULTISTREAM_LINE_BYTES];
            while (!agreed) {
                int n = stream.read(chunk, 0, chunk.length);
                if (n < 0) {
                    throw new NetException(Reason.CLOSED);
                }
                Multistream.Outcome outcome = negotiation.receive(Arrays.copyOf(chunk, n));
                send(stream, negotiation);
                if (outcome == Multistream.Outcome.REFUSED) {
                    throw new NetException(Reason.PROTOCOL_UNKNOWN);
                }
                agreed = outcome == Multistream.Outcome.AGREED;
            }
            stream.readTimeout(Duration.ZERO);
            return new PeerStream(peer, stream, negotiation);
        } catch (Malformed e) {
            throw new NetException(Reason.MALFORMED, e);
        } finally {
            if (!agreed) {
                stream.reset();
            }
        }
    }

    private static void send(MuxStream stream, Multistream negotiation) throws IOException {
        byte[] bytes = negotiation.output();
        stream.write(bytes, 0, bytes.length);
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public String protocol() {
        return protocol;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (early.length == 0) {
            return stream.read(into, offset, length);
        }
        int n = Math.min(length, early.length);
        System.arraycopy(early, 0, into, offset, n);
        early = Arrays.copyOfRange(early, n, early.length);
        return n;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
    }

    @Override
    public void closeWrite() {
        stream.closeWrite();
    }

    @Override
    public void reset() {
        stream.reset();
    }

    @Override
    public void readTimeout(Duration timeout) {
        stream.readTimeout(timeout);
    }

    @Override
    public void close() {
        stream.close();
    }
}
