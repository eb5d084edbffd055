// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

/// What an op means. Numbers that are not here are kept, passed on and ignored.
public final class OpType {
    /// Founds a circle; a mint, the first op of its authority plane.
    public static final int GENESIS = 1;

    /// Admits a person to the hall.
    public static final int ADD = 2;

    /// Certifies a device of a person.
    public static final int DEVICE_ADD = 3;

    /// A new epoch.
    public static final int MINT = 4;

    /// Admits a person of the hall to another circle.
    public static final int JOIN_CIRCLE = 5;

    /// Joins more than sixteen heads.
    public static final int MERGE = 6;

    /// Domain events: what the layer above wrote.
    public static final int EVENTS = 100;

    private OpType() {}
}
