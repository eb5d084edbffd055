// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.oplog.AppendRefused;

/// Something about a ballot was not done.
public final class BallotRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final BallotRefusal why;

    /// A refusal.
    public BallotRefused(BallotRefusal why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /// Why.
    public BallotRefusal why() {
        return why;
    }

    /// What a refusal of the log comes to here.
    public static BallotRefused of(AppendRefused refused) {
        return new BallotRefused(
                switch (refused.reason()) {
                    case NOT_A_MEMBER, NOT_ALLOWED -> BallotRefusal.NOT_A_MEMBER;
                    case TOO_LARGE -> BallotRefusal.TOO_LARGE;
                    case DISK_FULL -> BallotRefusal.DISK_FULL;
                    case DISK -> BallotRefusal.DISK;
                    case COPIED_HOME -> BallotRefusal.COPIED_HOME;
                    case SUSPENDED -> BallotRefusal.SUSPENDED;
                });
    }
}
