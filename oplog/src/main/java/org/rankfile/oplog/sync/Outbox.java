// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Ops of one circle that wait to be sent: those wanted in a pass, in the engine's order, and new
/// ones to push, in the order of their coming.
final class Outbox {

    /// An op to send, and whether it is a push.
    record Item(OpKey key, long rank, boolean live) {}

    private final int pushLimit;
    private final Deque<Item> wanted = new ArrayDeque<>();
    private final Deque<Item> pushes = new ArrayDeque<>();
    private List<Item> asked = new ArrayList<>();

    Outbox(SyncLimits limits) {
        this.pushLimit = limits.queuedPushes();
    }

    void ask(OpKey key, long rank) {
        asked.add(new Item(key, rank, false));
    }

    /// The peer has asked for everything: it goes in order of rank.
    void sortAsked() {
        Item[] items = asked.toArray(new Item[0]);
        Arrays.sort(items, Comparator.comparingLong(Item::rank));
        wanted.addAll(Arrays.asList(items));
        asked = new ArrayList<>();
    }

    /// Queues a new op. When too many wait, none does afterwards, and a pass has to find them.
    ///
    /// @return false when too many waited
    boolean push(OpKey key, long rank) {
        if (pushes.size() >= pushLimit) {
            pushes.clear();
            return false;
        }
        pushes.add(new Item(key, rank, true));
        return true;
    }

    boolean hasWanted() {
        return !wanted.isEmpty();
    }

    boolean isEmpty() {
        return wanted.isEmpty() && pushes.isEmpty();
    }

    /// What goes next: wanted ops, then pushes.
    @Nullable Item peek() {
        return wanted.isEmpty() ? pushes.peek() : wanted.peek();
    }

    void drop() {
        if (wanted.poll() == null) {
            pushes.poll();
        }
    }
}
