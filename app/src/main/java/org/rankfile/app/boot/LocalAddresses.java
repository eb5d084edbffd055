// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// Where this laptop can be reached by those on the same network: its own addresses, each with our
/// port. An invitation names them, so "any address" would not do.
final class LocalAddresses {
    private static final int MOST = 4;

    private LocalAddresses() {}

    /// Addresses to listen on; the loopback alone where there is no network.
    ///
    /// @param port the usual port; another one is taken where it is in use
    static List<String> at(int port) {
        List<String> addresses = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::usable)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address)
                    .limit(MOST)
                    .forEach(address -> addresses.add(multiaddr(address, port)));
        } catch (SocketException none) {
            // Told below: the loopback is always there.
        }
        return addresses.isEmpty()
                ? List.of(multiaddr(InetAddress.getLoopbackAddress(), port))
                : addresses;
    }

    private static boolean usable(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !each.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static String multiaddr(InetAddress address, int port) {
        int free = isFree(address, port) ? port : 0;
        return "/ip4/" + address.getHostAddress() + "/tcp/" + free;
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, port));
            return true;
        } catch (java.io.IOException taken) {
            return false;
        }
    }
}
