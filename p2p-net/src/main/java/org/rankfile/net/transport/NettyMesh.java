// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Peer;
import org.rankfile.net.PeerId;
import org.rankfile.net.PeerObserver;
import org.rankfile.net.StreamHandler;
import org.rankfile.net.identify.Identify;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// The mesh over TCP.
public final class NettyMesh implements Mesh {
    final Counters counters = new Counters();

    private final MeshConfig config;
    private final Gate gate;
    private final PeerId self;
    private final Sockets sockets = new Sockets();
    private final Timers timers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Protocols protocols = new Protocols();
    private final Services services = new Services(this);
    private final List<PeerObserver> observers = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// Everything with a socket, dialled or accepted; those without a peer are under way.
    private final Map<Connection, Optional<NettyPeer>> connections = new ConcurrentHashMap<>();

    private final AtomicLong sequence;
    private final AtomicLong numbers = new AtomicLong();
    private volatile Keys keys;
    private volatile boolean closed;

    private record Keys(List<NetworkKey> listen, @Nullable NetworkKey dial) {}

    private record Listener(Channel channel, List<Multiaddr> addresses) {}

    private NettyMesh(MeshConfig config, Gate gate, @Nullable Timers timers) {
        this.config = config;
        this.gate = gate;
        this.timers = timers == null ? sockets : timers;
        self = PeerId.of(config.peerKey().verifyKey());
        keys = new Keys(config.listenKeys(), config.dialKey());
        sequence = new AtomicLong(config.time().millis());
        services.serve(protocols);
    }

    /// Opens a mesh.
    public static Mesh open(MeshConfig config, Gate gate) {
        return new NettyMesh(config, gate, null);
    }

    static NettyMesh open(MeshConfig config, Gate gate, Timers timers) {
        return new NettyMesh(config, gate, timers);
    }

    @Override
    public PeerId self() {
        return self;
    }

    @Override
    public List<Multiaddr> listen(Multiaddr at) throws NetException {
        Target target = Target.of(at);
        boolean own = target.peer().map(self::equals).orElse(true);
        if (!own || target.kind().startsWith("dns")) {
            throw new NetException(Reason.BAD_ADDRESS);
        }
        if (closed) {
            throw new NetException(Reason.CLOSED);
        }
        Channel channel = sockets.listen(target.resolve().getFirst(), this::accepted);
        List<Multiaddr> reachable =
                Target.reachable((InetSocketAddress) channel.localAddress()).stream()
                        .map(address -> address.withPeer(self))
                        .toList();
        listeners.add(new Listener(channel, reachable));
        changed();
        return reachable;
    }

    @Override
    public void stopListening() {
        for (Listener listener : List.copyOf(listeners)) {
            listener.channel.close().awaitUninterruptibly();
            listeners.remove(listener);
        }
        changed();
    }

    private void accepted(Channel channel) {
        long pending = connections.values().stream().filter(Optional::isEmpty).count();
        if (closed
                || pending >= limits().pendingHandshakes()
                || connections.size() >= limits().connections()) {
            counters.count("handshake", Reason.TOO_MANY_CONNECTIONS);
            ChannelFuture _ = channel.close();
            return;
        }
        counters.count("accepted");
        Connection connection = new Connection(this, false, Optional.empty());
        connections.put(connection, Optional.empty());
        channel.pipeline().addLast(connection);
    }

    @Override
    public Peer dial(Multiaddr to) throws NetException {
        Target target = Target.of(to);
        Optional<NettyPeer> there = target.peer().flatMap(this::connectionTo);
        if (there.isPresent()) {
            return there.get();
        }
        List<InetSocketAddress> addresses = target.resolve();
        if (closed) {
            throw new NetException(Reason.CLOSED);
        }
        if (connections.size() >= limits().connections()) {
            throw new NetException(Reason.TOO_MANY_CONNECTIONS);
        }
        NettyPeer peer = new Dial(this, target.peer()).over(addresses);
        counters.count("dialled");
        return peer;
    }

    private Optional<NettyPeer> connectionTo(PeerId id) {
        return preferred().values().stream().filter(peer -> peer.id().equals(id)).findFirst();
    }

    @Override
    public List<Peer> peers() {
        return List.copyOf(preferred().values());
    }

    private Map<PeerId, NettyPeer> preferred() {
        Map<PeerId, NettyPeer> byId = new TreeMap<>();
        everyPeer()
                .sorted(
                        Comparator.comparing(NettyPeer::dialler)
                                .thenComparingLong(NettyPeer::number))
                .forEach(peer -> byId.putIfAbsent(peer.id(), peer));
        return byId;
    }

    private java.util.stream.Stream<NettyPeer> everyPeer() {
        return connections.values().stream().flatMap(Optional::stream).filter(Peer::isOpen);
    }

    @Override
    public List<Multiaddr> addresses() {
        return listeners.stream().flatMap(listener -> listener.addresses.stream()).toList();
    }

    @Override
    public void serve(String protocol, Gate.Access least, StreamHandler handler) {
        protocols.serve(protocol, least, handler);
        changed();
    }

    @Override
    public void observe(PeerObserver observer) {
        observers.add(observer);
    }

    @Override
    public void useKeys(List<NetworkKey> listen, @Nullable NetworkKey dial) {
        MeshConfig.checkKeys(listen, dial);
        keys = new Keys(List.copyOf(listen), dial);
    }

    @Override
    public void recheck() {
        everyPeer().forEach(this::recheck);
    }

    private void recheck(NettyPeer peer) {
        Gate.Access now = gate.accessOf(peer.id());
        if (now.compareTo(peer.access()) < 0) {
            peer.refuse();
        } else if (now.compareTo(peer.access()) > 0) {
            peer.access(now);
            // Not known yet whether it wants pushes: it is told once that is known.
            sequence.incrementAndGet();
            pushTo(peer);
        }
    }

    @Override
    public void goOffline() {
        stopListening();
        connections.keySet().forEach(connection -> connection.close("offline"));
    }

    @Override
    public Map<String, Long> counters() {
        return counters.snapshot();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        goOffline();
        sockets.close(limits().times().close());
        threads.shutdown();
        try {
            long millis = limits().times().close().toMillis();
            if (!threads.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                counters.count("handlers_interrupted");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// A dialled socket has opened.
    void opened(Connection connection) {
        connections.putIfAbsent(connection, Optional.empty());
        if (closed) {
            connection.close("closed");
        }
    }

    /// A peer has proved who it is; on its connection's event loop.
    void connected(Connection connection, NettyPeer peer) {
        connections.put(connection, Optional.of(peer));
        counters.count("connected");
        // The verdict was asked for before the peer could be found by recheck().
        recheck(peer);
        peer.notices().execute(() -> observers.forEach(observer -> observer.connected(peer)));
        run(() -> services.ask(peer));
    }

    /// A connection has ended; on its event loop.
    void disconnected(Connection connection, @Nullable NettyPeer peer, String reason) {
        connections.remove(connection);
        if (peer != null) {
            counters.count("disconnected");
            peer.notices()
                    .execute(() ->
                            observers.forEach(observer -> observer.disconnected(peer, reason)));
        }
    }

    void tellIdentified(NettyPeer peer) {
        if (peer.toldBefore(sequence.get())) {
            pushTo(peer);
        }
        peer.notices().execute(() -> observers.forEach(observer -> observer.identified(peer)));
    }

    /// What we say about ourselves has changed.
    private void changed() {
        sequence.incrementAndGet();
        everyPeer().forEach(this::pushTo);
    }

    private void pushTo(NettyPeer peer) {
        if (!closed && peer.identity().protocols().contains(Identify.PUSH)) {
            run(() -> services.push(peer));
        }
    }

    /// For a peer that is about to be told; if something changes meanwhile, it is told again.
    Identify.Self about(NettyPeer peer) {
        long now = sequence.get();
        peer.told(now);
        return new Identify.Self(
                config.peerKey(), config.agent(), protocols.names(peer.access()), addresses(), now);
    }

    List<NetworkKey> keys(boolean outbound) {
        Keys now = keys;
        if (!outbound) {
            return now.listen;
        }
        return now.dial == null ? List.of() : List.of(now.dial);
    }

    boolean isPrivate(boolean outbound) {
        return !keys(outbound).isEmpty();
    }

    long nextNumber() {
        return numbers.getAndIncrement();
    }

    SigningKey key() {
        return config.peerKey();
    }

    RandomGenerator random() {
        return config.random();
    }

    Limits limits() {
        return config.limits();
    }

    Gate gate() {
        return gate;
    }

    Timers timers() {
        return timers;
    }

    Sockets sockets() {
        return sockets;
    }

    /// Runs each task on a virtual thread of its own; drops it once the mesh is closed.
    Executor threads() {
        return this::run;
    }

    private void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            counters.count("dropped_when_closed");
        }
    }

    Protocols protocols() {
        return protocols;
    }

    Services services() {
        return services;
    }
}
