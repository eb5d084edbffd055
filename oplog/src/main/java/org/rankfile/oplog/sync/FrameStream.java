// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Frames on a byte stream: each behind its length, four bytes, big-endian (SYN-1). Keeps at most
/// one unfinished frame. Not thread-safe.
public final class FrameStream {

    private static final int LENGTH_BYTES = 4;

    private final int frameBytes;
    private byte[] pending = new byte[0];

    /// An empty stream.
    ///
    /// @param limits gives the largest frame
    public FrameStream(SyncLimits limits) {
        this(limits.frameBytes());
    }

    /// An empty stream of a protocol with another largest frame, such as the join's.
    ///
    /// @param frameBytes largest frame, at least 1
    public FrameStream(int frameBytes) {
        this.frameBytes = frameBytes;
    }

    /// The bytes of some frames on the stream.
    public static byte[] bytes(List<byte[]> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(frame.length >>> shift);
            }
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    /// Takes bytes as they came from the stream, and gives the frames that are complete now.
    ///
    /// @throws FrameTooLarge when the stream announces a frame that is empty or too large; it
    ///   cannot be read further
    public List<byte[]> feed(byte[] bytes, int offset, int length) throws FrameTooLarge {
        int kept = pending.length;
        byte[] all = Arrays.copyOf(pending, kept + length);
        System.arraycopy(bytes, offset, all, kept, length);
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (all.length - at >= LENGTH_BYTES) {
            int size = length(all, at);
            if (size <= 0 || size > frameBytes) {
                throw new FrameTooLarge();
            }
            if (all.length - at - LENGTH_BYTES < size) {
                break;
            }
            at += LENGTH_BYTES;
            frames.add(Arrays.copyOfRange(all, at, at + size));
            at += size;
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        return frames;
    }

    private static int length(byte[] bytes, int at) {
        int value = 0;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    /// A length that no frame of ours has.
    public static final class FrameTooLarge extends Exception {

        private static final long serialVersionUID = 1L;

        FrameTooLarge() {
            super("the far end announces an impossible frame", null, false, false);
        }
    }
}
