// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.rankfile.net.Gate;
import org.rankfile.net.IdentifyInfo;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Peer;
import org.rankfile.net.PeerId;
import org.rankfile.net.Stream;
import org.rankfile.net.StreamHandler;
import org.rankfile.net.identify.Identify;
import org.rankfile.net.link.SecureChannel;
import org.rankfile.net.mux.MuxStream;
import org.rankfile.net.wire.Malformed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// An authenticated connection as the layer above sees it.
final class NettyPeer implements Peer {
    private final NettyMesh mesh;
    private final Connection connection;
    private final PeerId id;
    private final Multiaddr address;
    private final byte[] handshakeHash;
    private final Optional<NetworkKey> networkKey;
    private final Executor notices;
    private final long number;
    private final Object identifying = new Object();
    private volatile Gate.Access access;
    private volatile long told = -1;
    private volatile IdentifyInfo identity = IdentifyInfo.UNKNOWN;

    NettyPeer(NettyMesh mesh, Connection connection, SecureChannel channel, Gate.Access access) {
        this.mesh = mesh;
        this.connection = connection;
        id = channel.peer();
        handshakeHash = channel.handshakeHash();
        networkKey = channel.networkKey();
        this.access = access;
        address = connection.remote().withPeer(id);
        notices = new Serial(mesh.threads());
        number = mesh.nextNumber();
    }

    @Override
    public PeerId id() {
        return id;
    }

    @Override
    public Multiaddr address() {
        return address;
    }

    @Override
    public boolean outbound() {
        return connection.outbound();
    }

    @Override
    public byte[] handshakeHash() {
        return handshakeHash.clone();
    }

    @Override
    public Optional<NetworkKey> networkKey() {
        return networkKey;
    }

    @Override
    public Gate.Access access() {
        return access;
    }

    void access(Gate.Access now) {
        access = now;
    }

    @Override
    public Stream open(String protocol) throws NetException {
        try {
            return PeerStream.propose(
                    this, connection.openStream(), protocol, mesh.limits().times().negotiation());
        } catch (NetException e) {
            throw e;
        } catch (IOException e) {
            throw new NetException(Reason.IO, e);
        }
    }

    /// Serves a stream that the peer has opened; runs on a thread of its own.
    void serve(MuxStream raw) {
        boolean served = false;
        try {
            Duration within = mesh.limits().times().negotiation();
            PeerStream stream =
                    PeerStream.accept(
                            this,
                            raw,
                            name -> mesh.protocols().handler(name, access) != null,
                            within);
            StreamHandler handler = mesh.protocols().handler(stream.protocol(), access);
            if (handler != null) {
                handler.handle(stream);
                stream.close();
                served = true;
            }
        } catch (NetException e) {
            mesh.counters.count("stream", e.reason());
        } catch (IOException e) {
            mesh.counters.count("stream", Reason.IO);
        } finally {
            if (!served) {
                raw.reset();
            }
        }
    }

    @Override
    public Duration ping() throws NetException {
        return mesh.services().ping(this);
    }

    @Override
    public IdentifyInfo identity() {
        return identity;
    }

    /// Takes in an identify message. One at a time: an answer and a push may come together.
    void identified(byte[] message) throws Malformed {
        synchronized (identifying) {
            identity = Identify.read(message, id, identity);
        }
        mesh.tellIdentified(this);
    }

    /// The state of ourselves that the peer is being told.
    void told(long sequence) {
        told = sequence;
    }

    /// Whether the peer was told, but of an earlier state.
    boolean toldBefore(long sequence) {
        return told >= 0 && told < sequence;
    }

    /// Where observers are told of this connection, in order.
    Executor notices() {
        return notices;
    }

    @Override
    public void close(String reason) {
        connection.close(reason);
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    /// The dialler of this connection; of two connections between the same peers the one is
    /// preferred whose dialler has the lower id.
    PeerId dialler() {
        return outbound() ? mesh.self() : id;
    }

    /// Rises with every connection.
    long number() {
        return number;
    }

    /// Disconnects because the gate has changed its mind.
    void refuse() {
        connection.refuse();
    }

    @Override
    public String toString() {
        return "peer";
    }
}
