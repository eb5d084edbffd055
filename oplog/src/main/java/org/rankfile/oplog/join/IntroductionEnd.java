// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

/// How an introduction ended.
public enum IntroductionEnd {
    /// Both sides know each other.
    ACQUAINTED,
    /// The far end does not have the root secret of any circle of ours.
    FOREIGN,
    /// A message that is none, or has no place at this point.
    MALFORMED,
    /// More than [JoinLimits] allows.
    EXCESSIVE,
    /// Another op than the one that was asked for.
    UNASKED,
    /// An op that does not stand here.
    NOT_ADMITTED,
    /// Everything stood, and none of it certifies this peer.
    NOT_CERTIFIED,
    /// The far end does not know us.
    TURNED_AWAY
}
