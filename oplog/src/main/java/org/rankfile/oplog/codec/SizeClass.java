// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.oplog.Limits;

/// The lengths to which bodies are padded: four steps to each doubling, from 256 bytes, so that a
/// length tells at most which of 42 classes a body is in and padding costs at most a quarter
/// (OP-5).
public final class SizeClass {
    private static final int LEAST = 256;
    private static final int STEPS = 4;

    /// What stands before a body inside its padding: the blind and the length.
    static final int OVERHEAD = 32 + 4;

    /// The largest class.
    public static final int LARGEST = classOf(Limits.BODY_BYTES);

    private SizeClass() {}

    /// The padded length of a class, in bytes.
    public static int bytes(int sizeClass) {
        if (sizeClass < 0 || sizeClass > 60) {
            throw new IllegalArgumentException("no such size class");
        }
        int doubled = LEAST << (sizeClass / STEPS);
        return doubled + doubled / STEPS * (sizeClass % STEPS);
    }

    /// The smallest class that holds a body of the given length.
    public static int classOf(int bodyLength) {
        int sizeClass = 0;
        while (bytes(sizeClass) < bodyLength + OVERHEAD) {
            sizeClass++;
        }
        return sizeClass;
    }
}
