// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.PeerId;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A multiaddr that TCP can use: host, port and perhaps a peer.
///
/// @param kind ip4, ip6, dns, dns4 or dns6
record Target(String kind, String host, int port, Optional<PeerId> peer) {
    static Target of(Multiaddr address) throws NetException {
        List<Multiaddr.Part> parts = address.parts();
        boolean tcp = parts.size() >= 2 && parts.get(1).protocol().equals("tcp");
        boolean whole = parts.size() == 2 || (parts.size() == 3 && address.peer().isPresent());
        String kind = parts.getFirst().protocol();
        if (!tcp || !whole || !List.of("ip4", "ip6", "dns", "dns4", "dns6").contains(kind)) {
            throw new NetException(Reason.BAD_ADDRESS);
        }
        int port = Integer.parseInt(parts.get(1).value());
        return new Target(kind, parts.getFirst().value(), port, address.peer());
    }

    /// The socket addresses behind it. Asks the name service only for names; blocks meanwhile.
    List<InetSocketAddress> resolve() throws NetException {
        Predicate<InetAddress> wanted =
                switch (kind) {
                    case "ip4", "dns4" -> Inet4Address.class::isInstance;
                    case "ip6", "dns6" -> Inet6Address.class::isInstance;
                    default -> _ -> true;
                };
        try {
            List<InetSocketAddress> found =
                    Arrays.stream(InetAddress.getAllByName(host))
                            .filter(wanted)
                            .limit(Limits.RESOLVED_ADDRESSES)
                            .map(address -> new InetSocketAddress(address, port))
                            .toList();
            if (found.isEmpty()) {
                throw new NetException(Reason.UNREACHABLE);
            }
            return found;
        } catch (UnknownHostException e) {
            throw new NetException(Reason.UNREACHABLE, e);
        }
    }

    /// The multiaddr of a socket.
    static Multiaddr multiaddr(InetSocketAddress socket) {
        return multiaddr(socket.getAddress(), socket.getPort());
    }

    private static Multiaddr multiaddr(InetAddress address, int port) {
        String host = address.getHostAddress();
        int zone = host.indexOf('%');
        String kind = address instanceof Inet4Address ? "ip4" : "ip6";
        return Multiaddr.of(
                "/" + kind + "/" + (zone < 0 ? host : host.substring(0, zone)) + "/tcp/" + port);
    }

    /// The addresses under which a listening socket can be dialled: itself, or for a wildcard those
    /// of the interfaces that are up. Link-local ones are left out, as they need a zone.
    static List<Multiaddr> reachable(InetSocketAddress bound) throws NetException {
        if (!bound.getAddress().isAnyLocalAddress()) {
            return List.of(multiaddr(bound));
        }
        boolean four = bound.getAddress() instanceof Inet4Address;
        List<Multiaddr> all = new ArrayList<>();
        try {
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                if (card.isUp()) {
                    card.inetAddresses()
                            .filter(a -> a instanceof Inet4Address == four)
                            .filter(a -> !a.isLinkLocalAddress())
                            .map(a -> multiaddr(a, bound.getPort()))
                            .forEach(all::add);
                }
            }
        } catch (SocketException e) {
            throw new NetException(Reason.CANNOT_LISTEN, e);
        }
        return all;
    }
}
