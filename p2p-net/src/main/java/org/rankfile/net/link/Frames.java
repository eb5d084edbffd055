// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream of bytes into Noise messages, each behind its length in two bytes, big-endian.
/// Holds at most one message and what arrived behind it. Not safe for several threads.
final class Frames {
    private byte[] buffer = new byte[0];
    private int start;
    private int end;

    /// Adds what arrived.
    void add(byte[] bytes) {
        if (end + bytes.length > buffer.length) {
            byte[] larger = new byte[Math.max(end - start + bytes.length, 1024)];
            System.arraycopy(buffer, start, larger, 0, end - start);
            end -= start;
            start = 0;
            buffer = larger;
        }
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    /// Takes the next message, if it is complete.
    ///
    /// @throws NetException MALFORMED if its length is above `max`
    Optional<byte[]> next(int max) throws NetException {
        if (end - start < 2) {
            return Optional.empty();
        }
        int length = ((buffer[start] & 0xff) << 8) | (buffer[start + 1] & 0xff);
        if (length > max) {
            throw new NetException(Reason.MALFORMED);
        }
        if (end - start < 2 + length) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(buffer, start + 2, start + 2 + length);
        start += 2 + length;
        if (start == end) {
            start = 0;
            end = 0;
        }
        return Optional.of(message);
    }

    /// A message behind its length.
    static byte[] frame(byte[] message) {
        byte[] framed = new byte[2 + message.length];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        return framed;
    }
}
