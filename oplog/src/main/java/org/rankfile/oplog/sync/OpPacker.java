// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Packs ops into frames: many small ones together, a large one in parts.
final class OpPacker {

    private static final int OPS_HEAD_BYTES = 3;
    private static final int PART_HEAD_BYTES = 3 + 2 * 5;

    private final int frameBytes;
    private final Consumer<Frame> out;
    private final List<byte[]> waiting = new ArrayList<>();
    private int circle;
    private boolean live;
    private int bytes = OPS_HEAD_BYTES;

    OpPacker(SyncLimits limits, Consumer<Frame> out) {
        this.frameBytes = limits.frameBytes();
        this.out = out;
    }

    void add(int ofCircle, boolean isLive, byte[] op) {
        if (ofCircle != circle || isLive != live) {
            flush();
            circle = ofCircle;
            live = isLive;
        }
        int needed = FrameWriter.varintBytes(op.length) + op.length;
        if (bytes + needed > frameBytes) {
            flush();
        }
        if (bytes + needed > frameBytes) {
            parts(op);
        } else {
            waiting.add(op);
            bytes += needed;
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            out.accept(new Frame.Ops(circle, live, List.copyOf(waiting)));
            waiting.clear();
        }
        bytes = OPS_HEAD_BYTES;
    }

    private void parts(byte[] op) {
        int room = frameBytes - PART_HEAD_BYTES;
        for (int at = 0; at < op.length; at += room) {
            byte[] piece = Arrays.copyOfRange(op, at, Math.min(op.length, at + room));
            out.accept(new Frame.Part(circle, live, op.length, at, List.of(piece)));
        }
    }
}
