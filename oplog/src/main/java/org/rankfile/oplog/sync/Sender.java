// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/// Sends what waits in the outboxes of all circles, as far as credit goes: the authority plane of
/// every circle before anybody's content.
final class Sender {

    private final OpExchange exchange;
    private final SyncLimits limits;
    private final CreditWindow window;
    private final OpPacker packer;

    Sender(OpExchange exchange, SyncLimits limits, CreditWindow window, Consumer<Frame> out) {
        this.exchange = exchange;
        this.limits = limits;
        this.window = window;
        this.packer = new OpPacker(limits, out);
    }

    void send(Collection<CircleSync> circles) {
        CircleSync next = first(circles);
        while (next != null && sendOne(next)) {
            next = first(circles);
        }
        packer.flush();
    }

    private boolean sendOne(CircleSync circle) {
        Outbox.Item item = circle.outbox().peek();
        if (item == null) {
            return false;
        }
        Optional<byte[]> op = exchange.op(circle.tag(), item.key());
        if (op.isPresent() && op.get().length <= limits.opBytes()) {
            if (!window.hasRoomFor(op.get().length)) {
                return false;
            }
            window.sent(circle.index(), op.get().length);
            packer.add(circle.index(), item.live(), op.get());
        }
        circle.outbox().drop();
        return true;
    }

    private static @Nullable CircleSync first(Collection<CircleSync> circles) {
        return circles.stream()
                .filter(c -> !c.outbox().isEmpty())
                .min(Comparator.comparingInt(Sender::plane).thenComparingInt(CircleSync::index))
                .orElse(null);
    }

    private static int plane(CircleSync circle) {
        Outbox.Item item = circle.outbox().peek();
        return item != null && item.rank() < OpSource.CONTENT_RANK ? 0 : 1;
    }
}
