// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.Role;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The founder of a local, who listens, and whoever joins, through a proxy that counts.
final class Pair implements AutoCloseable {
    private static final int PORT_PART = 1;

    private final Workshop workshop;
    private final OpenHome founder;
    private final CountingProxy proxy;
    private final Multiaddr throughProxy;
    private @Nullable OpenHome joiner;
    private int ops;
    private long sharing;

    private Pair(Workshop workshop, OpenHome founder, CountingProxy proxy, Multiaddr throughProxy) {
        this.workshop = workshop;
        this.founder = founder;
        this.proxy = proxy;
        this.throughProxy = throughProxy;
    }

    /// A local with ops, whose founder listens.
    static Pair founded(Workshop workshop)
            throws BenchFailed, HomeRefused, IOException, InterruptedException {
        OpenHome founder = workshop.found();
        Workshop.write(founder, Workshop.bodies(0, workshop.sizes().ops()));
        Multiaddr at = address("/ip4/127.0.0.1/tcp/0");
        Multiaddr listening = founder.replica().listen(at).getFirst();
        int port = Integer.parseInt(listening.parts().get(PORT_PART).value());
        CountingProxy proxy = CountingProxy.to(port);
        Pair pair =
                new Pair(workshop, founder, proxy, address("/ip4/127.0.0.1/tcp/" + proxy.port()));
        pair.ops = workshop.sizes().ops();
        return pair;
    }

    private static Multiaddr address(String text) throws BenchFailed {
        return Multiaddr.parse(text)
                .orElseThrow(() -> new BenchFailed("Not an address: " + text, null));
    }

    /// Lets somebody join, and waits until everything is verified, stored and readable there.
    ///
    /// @return nanoseconds since the two were sure of each other and nothing had been sent
    long join() throws BenchFailed, HomeRefused, InterruptedException {
        Invitation made =
                Workshop.await(
                        founder.replica()
                                .onEngine(() ->
                                        founder.replica()
                                                .invite(Role.STEWARD, Duration.ofHours(1), true)));
        Invitation invitation =
                new Invitation(
                        made.inviter(), List.of(throughProxy), made.secret(), made.expires());
        OpenHome joined;
        try (Secret passphrase = Workshop.passphrase()) {
            joined =
                    workshop.homes()
                            .join(
                                    workshop.fresh("joiner"),
                                    passphrase,
                                    new Homes.Joining(invitation.text(), "Amara Okafor"),
                                    words -> sharing = System.nanoTime());
        }
        joiner = joined;
        Waiting.until(joined, this::hasAll);
        long took = System.nanoTime() - sharing;
        part(joined);
        return took;
    }

    private boolean hasAll(OpenHome home) {
        return home.union().snapshot().workers().size() == ops;
    }

    /// The founder writes while the joiner is away.
    void writeMore() throws BenchFailed, InterruptedException {
        Workshop.write(founder, Workshop.bodies(ops, workshop.sizes().more()));
        ops += workshop.sizes().more();
    }

    /// The joiner comes back.
    ///
    /// @return nanoseconds from dialling until both hold the same and the joiner knows it
    long meet() throws BenchFailed, InterruptedException {
        OpenHome home = joiner;
        if (home == null) {
            throw new BenchFailed("Nobody has joined.", null);
        }
        long start = System.nanoTime();
        try {
            home.replica().dial(throughProxy.withPeer(peer()));
        } catch (NetException unreachable) {
            throw new BenchFailed("The founder did not answer.", unreachable);
        }
        Waiting.until(home, each -> hasAll(each) && Waiting.isInSync(each));
        long took = System.nanoTime() - start;
        part(home);
        return took;
    }

    private PeerId peer() throws BenchFailed {
        return address(founder.replica().status().addresses().getFirst()).peer().orElseThrow();
    }

    private void part(OpenHome home) throws BenchFailed, InterruptedException {
        Waiting.until(home, Waiting::isInSync);
        home.replica().goOffline();
        Waiting.until(founder, each -> each.replica().status().peers().isEmpty());
    }

    /// What passed between the two since the last time.
    long bytes() {
        return proxy.takeBytes();
    }

    @Override
    public void close() throws IOException {
        if (joiner != null) {
            joiner.close();
        }
        founder.close();
        proxy.close();
    }
}
