// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

/// Joining arrays.
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[] first, byte[]... rest) {
        int length = first.length;
        for (byte[] part : rest) {
            length = Math.addExact(length, part.length);
        }
        byte[] joined = new byte[length];
        System.arraycopy(first, 0, joined, 0, first.length);
        int at = first.length;
        for (byte[] part : rest) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
