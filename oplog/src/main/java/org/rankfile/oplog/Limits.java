// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Every bound of the log but those of reconciliation and joining, which have their own beside
/// them.
public final class Limits {
    /// The most that one op's body holds, in bytes.
    public static final int BODY_BYTES = 256 * 1024;

    /// The most that a whole op has, in bytes; a mint for some 400 devices fits.
    public static final int OP_BYTES = 512 * 1024;

    /// The most dependencies of an op.
    public static final int DEPS = 16;

    /// The deepest nesting of a body.
    public static final int CBOR_DEPTH = 16;

    /// The most links of a mint to earlier epochs.
    public static final int LINKS = 64;

    /// How far ahead of our clock a reading may be and still move ours, in milliseconds.
    public static final long CLOCK_AHEAD_MILLIS = 24L * 60 * 60 * 1000;

    /// The highest counter of a reading that moves our clock.
    public static final int CLOCK_COUNTER = 1 << 24;

    /// How many bytes of waiting, refused and unread ops are taken from one peer in one session.
    public static final long PARKED_BYTES = 64L * 1024 * 1024;

    /// How many bytes of objects without an author that are not admitted are held of one deliverer.
    public static final long PEN_BYTES = 64L * 1024 * 1024;

    /// How many frames wait for one peer before it is disconnected.
    public static final int OUTGOING_FRAMES = 4096;

    /// How long to wait before what failed between two peers is tried again, in milliseconds; it
    /// doubles with every failure in a row.
    public static final long RETRY_MILLIS = 5000;

    /// The longest such wait, in milliseconds.
    public static final long RETRY_MOST_MILLIS = 5L * 60 * 1000;

    /// How often a peer may end a session that was well and get another one at once.
    public static final int RENEWALS = 16;

    private Limits() {}
}
