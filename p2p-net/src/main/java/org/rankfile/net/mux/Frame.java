// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.nio.ByteBuffer;

/// The header of a yamux frame (version 0, 12 bytes, big-endian), and what its numbers mean.
///
/// @param length bytes that follow (data), a window's growth, a ping's value or a go-away's code;
///   unsigned 32 bits
record Frame(int type, int flags, int stream, long length) {
    static final int HEADER_BYTES = 12;

    static final int DATA = 0;
    static final int WINDOW_UPDATE = 1;
    static final int PING = 2;
    static final int GO_AWAY = 3;

    static final int SYN = 1;
    static final int ACK = 2;
    static final int FIN = 4;
    static final int RST = 8;

    private static final int KNOWN_FLAGS = SYN | ACK | FIN | RST;

    static Frame read(byte[] header) throws NetException {
        ByteBuffer in = ByteBuffer.wrap(header);
        int version = in.get();
        Frame frame = new Frame(in.get(), in.getShort(), in.getInt(), in.getInt() & 0xffff_ffffL);
        boolean session = frame.type == PING || frame.type == GO_AWAY;
        if (version != 0
                || frame.type < DATA
                || frame.type > GO_AWAY
                || (frame.flags & ~KNOWN_FLAGS) != 0
                || session != (frame.stream == 0)) {
            throw new NetException(Reason.MALFORMED);
        }
        return frame;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// A frame of this header and the given bytes.
    static byte[] write(Frame frame, byte[] data, int offset, int length) {
        byte[] bytes = new byte[HEADER_BYTES + length];
        ByteBuffer.wrap(bytes)
                .put((byte) 0)
                .put((byte) frame.type)
                .putShort((short) frame.flags)
                .putInt(frame.stream)
                .putInt((int) frame.length)
                .put(data, offset, length);
        return bytes;
    }
}
