// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Frames that wait to be sent, in order. Not safe for several threads.
final class Outbox {
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private long bytes;
    private long controlFrames;
    private int offset;

    void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
        controlFrames += isControl(frame) ? 1 : 0;
    }

    long bytes() {
        return bytes;
    }

    /// Bytes of frames without data, which the far end can make us queue.
    long controlBytes() {
        return controlFrames * Frame.HEADER_BYTES;
    }

    private static boolean isControl(byte[] frame) {
        return frame.length == Frame.HEADER_BYTES;
    }

    private void remove() {
        controlFrames -= isControl(frames.remove()) ? 1 : 0;
    }

    /// Takes up to `max` bytes, as many as there are; frames may be cut.
    byte[] take(int max) {
        byte[] first = frames.peek();
        if (first == null) {
            return new byte[0];
        }
        if (offset == 0 && (first.length == max || (frames.size() == 1 && first.length < max))) {
            bytes -= first.length;
            remove();
            return first;
        }
        byte[] taken = new byte[(int) Math.min(max, bytes)];
        int at = 0;
        while (at < taken.length) {
            byte[] frame = frames.element();
            int n = Math.min(taken.length - at, frame.length - offset);
            System.arraycopy(frame, offset, taken, at, n);
            at += n;
            offset += n;
            if (offset == frame.length) {
                remove();
                offset = 0;
            }
        }
        bytes -= taken.length;
        return taken;
    }

    void clear() {
        frames.forEach(frame -> Arrays.fill(frame, (byte) 0));
        frames.clear();
        bytes = 0;
        controlFrames = 0;
        offset = 0;
    }
}
