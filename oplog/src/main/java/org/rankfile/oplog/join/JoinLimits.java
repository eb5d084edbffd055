// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

/// Bounds on what either side of a join takes.
public final class JoinLimits {

    /// Largest message of a joiner, who is a stranger until the proof.
    public static final int JOINER_MESSAGE_BYTES = 4096;

    /// Largest message of an inviter, who is known by the invitation.
    public static final int INVITER_MESSAGE_BYTES = 1024 * 1024;

    /// Ops handed over, with four bytes for the length of each.
    public static final int HANDOVER_BYTES = INVITER_MESSAGE_BYTES - 256;

    /// Longest name, in UTF-8.
    public static final int NAME_BYTES = 200;

    /// Invitations that a book remembers, open and closed.
    public static final int INVITATIONS = 1000;

    /// Open invitations whose network key is listened for at one time.
    public static final int OPEN_NETWORKS = 12;

    /// Authority ops that one side of an introduction may offer.
    public static final int INTRODUCTION_OPS = 65_536;

    /// Introductions that are listened to at one time.
    public static final int INTRODUCTIONS = 8;

    /// Introductions of one peer that may fail before it has to connect anew.
    public static final int INTRODUCTION_TRIES = 4;

    /// How long a message of an introduction may take to come, in seconds.
    public static final int INTRODUCTION_SECONDS = 30;

    private JoinLimits() {}
}
