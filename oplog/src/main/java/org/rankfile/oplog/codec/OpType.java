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

    /// Gives a person of the hall another role.
    public static final int ROLE = 7;

    /// Shuts a person out of the hall until somebody reinstates them.
    public static final int SUSPEND = 8;

    /// Takes a suspension back.
    public static final int REINSTATE = 9;

    /// Shuts a person out of the hall for good.
    public static final int REMOVE = 10;

    /// Shuts a device out of the hall for good.
    public static final int REVOKE = 11;

    /// A manager's word for what needs a quorum.
    public static final int ENDORSE = 12;

    /// Takes a person of the hall out of another circle.
    public static final int LEAVE_CIRCLE = 13;

    /// Domain events: what the layer above wrote.
    public static final int EVENTS = 100;

    private OpType() {}
}
