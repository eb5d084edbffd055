// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Collects arriving ops of one circle and kind until something else comes, so that the engine can
/// store them in one transaction; puts large ops together from their parts. Bounded by the credit.
final class OpCollector {

    private final List<byte[]> whole = new ArrayList<>();
    private int circle = -1;
    private boolean live;
    private byte @Nullable [] partial;
    private int filled;

    /// Would this circle and kind join what is collected?
    boolean continues(int ofCircle, boolean isLive) {
        return isEmpty() || (ofCircle == circle && isLive == live);
    }

    boolean isEmpty() {
        return whole.isEmpty() && partial == null;
    }

    boolean isMidOp() {
        return partial != null;
    }

    int circle() {
        return circle;
    }

    boolean isLive() {
        return live;
    }

    void ops(Frame.Ops frame) {
        circle = frame.circle();
        live = frame.live();
        whole.addAll(frame.ops());
    }

    /// Takes a piece of a large op.
    ///
    /// @throws SyncFault when the part does not continue the op begun before it
    void part(Frame.Part frame) throws SyncFault {
        byte[] piece = frame.bytes().getFirst();
        if (frame.offset() == 0 && partial == null) {
            circle = frame.circle();
            live = frame.live();
            partial = new byte[frame.total()];
            filled = 0;
        }
        if (partial == null || frame.offset() != filled || frame.total() != partial.length) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        System.arraycopy(piece, 0, partial, filled, piece.length);
        filled += piece.length;
        if (filled == partial.length) {
            whole.add(partial);
            partial = null;
        }
    }

    /// The whole ops, which are then forgotten.
    List<byte[]> take() {
        List<byte[]> taken = List.copyOf(whole);
        whole.clear();
        return taken;
    }
}
