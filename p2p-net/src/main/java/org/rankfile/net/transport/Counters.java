// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.rankfile.net.NetException.Reason;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often things happened. Names are few and fixed; nothing of a peer is in them.
final class Counters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String name) {
        counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    void count(String group, Reason reason) {
        count(group + "." + name(reason));
    }

    static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Long> snapshot() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return Collections.unmodifiableMap(all);
    }
}
