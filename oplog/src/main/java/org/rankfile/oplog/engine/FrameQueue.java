// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.Stream;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.sync.FrameStream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Frames of one stream, in both directions. What goes out waits in a bounded queue, so that a slow
/// peer holds up nobody and fills no memory.
final class FrameQueue {
    private static final byte[] END = {};
    private static final int AT_ONCE = 15;

    private final Stream stream;
    private final BlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(Limits.OUTGOING_FRAMES);

    FrameQueue(Stream stream) {
        this.stream = stream;
    }

    Stream stream() {
        return stream;
    }

    /// Sends frames; a peer that does not read is dropped. Does not block.
    void send(List<byte[]> frames) {
        for (byte[] frame : frames) {
            if (!outgoing.offer(frame)) {
                drop();
                return;
            }
        }
    }

    /// Ends the stream when everything is sent.
    void finish() {
        send(List.of(END));
    }

    /// Ends the stream at once; what waits to be sent is lost.
    void drop() {
        outgoing.clear();
        outgoing.offer(END);
        stream.reset();
    }

    /// Writes what is to be sent until the stream ends. On a thread of its own.
    void write() {
        try {
            boolean last = false;
            while (!last) {
                List<byte[]> frames = new ArrayList<>();
                frames.add(outgoing.take());
                outgoing.drainTo(frames, AT_ONCE);
                last = frames.removeIf(frame -> frame.length == 0);
                stream.write(FrameStream.bytes(frames));
            }
            stream.closeWrite();
        } catch (IOException gone) {
            stream.reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stream.reset();
        }
    }

    /// Reads frames until the stream ends; a frame that is too large ends it. On the stream's own
    /// thread.
    void read(int frameBytes, Incoming incoming) throws IOException {
        FrameStream frames = new FrameStream(frameBytes);
        byte[] buffer = new byte[64 * 1024];
        int n = stream.read(buffer, 0, buffer.length);
        while (n >= 0) {
            try {
                List<byte[]> whole = frames.feed(buffer, 0, n);
                if (!whole.isEmpty()) {
                    incoming.take(whole);
                }
            } catch (FrameStream.FrameTooLarge hostile) {
                drop();
                return;
            }
            n = stream.read(buffer, 0, buffer.length);
        }
    }

    /// Takes frames and returns when they are dealt with, which is what holds the peer back.
    interface Incoming {
        void take(List<byte[]> frames) throws IOException;
    }
}
