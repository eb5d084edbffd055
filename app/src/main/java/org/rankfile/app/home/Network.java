// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.oplog.NetworkedReplica;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/// Listens, dials, and dials again what was lost, until told to stop. No network is touched before
/// [#connect]. Any thread; its methods block for as long as sockets take.
public final class Network implements AutoCloseable {
    /// How long to wait before trying lost peers again.
    public static final Duration RETRY = Duration.ofSeconds(2);

    private final NetworkedReplica replica;
    private final AddressBook addresses;
    private final Executor io;
    private final Pacer pacer;

    /// Guarded by this.
    private final Set<Multiaddr> wanted = new LinkedHashSet<>();

    /// Guarded by this.
    private boolean connected;

    /// Guarded by this.
    private long round;

    /// Runs tasks later; made by the composition root, so that tests need not wait.
    @FunctionalInterface
    public interface Pacer {
        /// Runs the task once, after the delay, on any thread.
        void later(Duration delay, Runnable task);
    }

    /// A network that is not connected.
    public Network(NetworkedReplica replica, AddressBook addresses, Executor io, Pacer pacer) {
        this.replica = replica;
        this.addresses = addresses;
        this.io = io;
        this.pacer = pacer;
    }

    /// Starts: listens where told, and dials these addresses and those that worked before, again
    /// and again while they are not connected.
    ///
    /// @param listen where to listen; may be empty
    /// @param dial whom to dial besides those remembered, each with the peer's id
    /// @return the addresses at which we can be dialled
    public List<String> connect(List<String> listen, List<String> dial) throws HomeRefused {
        List<Multiaddr> to = new ArrayList<>(withPeer(dial));
        to.addAll(withPeer(addresses.all()));
        List<String> reachable = new ArrayList<>();
        try {
            for (Multiaddr address : read(listen)) {
                replica.listen(address).forEach(here -> reachable.add(here.toString()));
            }
        } catch (NetException e) {
            throw refusal(e);
        }
        want(to);
        return reachable;
    }

    /// Dials one address now, and from now on whenever it is lost.
    ///
    /// @param multiaddr with the peer's id: who answers must prove to be that peer
    public void dial(String multiaddr) throws HomeRefused {
        List<Multiaddr> to = withPeer(List.of(multiaddr));
        try {
            replica.dial(to.getFirst());
        } catch (NetException e) {
            throw refusal(e);
        }
        addresses.remember(to.getFirst().toString());
        want(to);
    }

    /// Keeps addresses for the next [#connect]; dials nobody.
    public void keep(List<String> multiaddrs) throws HomeRefused {
        for (Multiaddr address : withPeer(multiaddrs)) {
            addresses.remember(address.toString());
        }
    }

    private void want(List<Multiaddr> more) {
        long number;
        synchronized (this) {
            wanted.addAll(more);
            if (connected) {
                return;
            }
            connected = true;
            round++;
            number = round;
        }
        io.execute(() -> round(number));
    }

    /// Whether [#connect] was called and [#disconnect] was not.
    public synchronized boolean isConnected() {
        return connected;
    }

    /// Says good-bye to everybody and stops listening and dialling.
    public void disconnect() {
        synchronized (this) {
            connected = false;
            round++;
            wanted.clear();
        }
        replica.goOffline();
    }

    @Override
    public void close() {
        disconnect();
    }

    private void round(long number) {
        for (Multiaddr to : missing(number)) {
            try {
                replica.dial(to);
                addresses.remember(to.toString());
            } catch (NetException | HomeRefused notNow) {
                // Offline is the usual state of a fellow member's laptop: tried again next round.
            }
        }
        if (isCurrent(number)) {
            pacer.later(RETRY, () -> again(number));
        }
    }

    /// The executor may be gone once this was disconnected, hence under the same lock.
    private synchronized void again(long number) {
        if (isCurrent(number)) {
            io.execute(() -> round(number));
        }
    }

    private synchronized boolean isCurrent(long number) {
        return connected && round == number;
    }

    private List<Multiaddr> missing(long number) {
        Set<String> there = new HashSet<>();
        replica.status().peers().forEach(peer -> there.add(peer.peerId()));
        synchronized (this) {
            return isCurrent(number)
                    ? wanted.stream().filter(to -> !there.contains(peerOf(to))).toList()
                    : List.of();
        }
    }

    private static String peerOf(Multiaddr address) {
        return address.peer().orElseThrow().toString();
    }

    private static List<Multiaddr> withPeer(List<String> texts) throws HomeRefused {
        List<Multiaddr> addresses = read(texts);
        if (addresses.stream().anyMatch(address -> address.peer().isEmpty())) {
            throw new HomeRefused(HomeFault.BAD_ADDRESS);
        }
        return addresses;
    }

    private static List<Multiaddr> read(List<String> texts) throws HomeRefused {
        List<Multiaddr> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(
                    Multiaddr.parse(text.strip())
                            .orElseThrow(() -> new HomeRefused(HomeFault.BAD_ADDRESS)));
        }
        return addresses;
    }

    /// What a failure of the network means to a person.
    public static HomeRefused refusal(NetException e) {
        HomeFault fault =
                switch (e.reason()) {
                    case BAD_ADDRESS -> HomeFault.BAD_ADDRESS;
                    case UNREACHABLE, TIMEOUT, CLOSED -> HomeFault.UNREACHABLE;
                    case CANNOT_LISTEN -> HomeFault.CANNOT_LISTEN;
                    case NETWORK_KEY, WRONG_PEER, REFUSED, PROTOCOL_UNKNOWN -> HomeFault.STRANGER;
                    default -> HomeFault.NETWORK;
                };
        return new HomeRefused(fault, e);
    }
}
