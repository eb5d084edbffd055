// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// What became of something that may need several managers.
///
/// @param done whether it is done; else our word for it is given and more are needed
/// @param wanting how many managers want it, we included
/// @param quorum how many have to
public record Decision(boolean done, int wanting, int quorum) {
    /// Done.
    public static final Decision DONE = new Decision(true, 0, 0);
}
