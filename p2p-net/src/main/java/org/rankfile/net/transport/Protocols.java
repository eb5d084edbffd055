// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Gate;
import org.rankfile.net.StreamHandler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is served to whom. Safe from any thread.
final class Protocols {
    private final Map<String, Served> served = new ConcurrentHashMap<>();

    private record Served(Gate.Access least, StreamHandler handler) {}

    void serve(String protocol, Gate.Access least, StreamHandler handler) {
        if (!protocol.matches("/[!-~]{1,254}")) {
            throw new IllegalArgumentException("a protocol's name starts with a slash");
        }
        if (least == Gate.Access.REFUSED) {
            throw new IllegalArgumentException("nothing is served to the refused");
        }
        served.put(protocol, new Served(least, handler));
    }

    /// The handler, if the protocol is served to peers of this access.
    @Nullable StreamHandler handler(String protocol, Gate.Access access) {
        Served found = served.get(protocol);
        return found != null && access.atLeast(found.least) ? found.handler : null;
    }

    /// Names served to peers of this access, sorted.
    List<String> names(Gate.Access access) {
        return served.entrySet().stream()
                .filter(entry -> access.atLeast(entry.getValue().least))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
