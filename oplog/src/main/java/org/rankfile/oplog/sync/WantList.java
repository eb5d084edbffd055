// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which of the ops that the peer named in this pass are wanted, by their ordinal in its naming,
/// and their short ids to check what comes. Bounded by [SyncLimits#wantedPerPass].
final class WantList {

    private final int limit;
    private final List<Frame.Run> runs = new ArrayList<>();
    private int named;
    private int runStart;
    private int runEnd;
    private int written;
    private long[] shortIds = new long[16];
    private int count;
    private boolean sorted;

    WantList(int limit) {
        this.limit = limit;
    }

    /// The peer named its next op.
    void named(long shortId, boolean wanted) {
        if (wanted && count < limit) {
            if (runEnd != named || runStart == runEnd) {
                closeRun();
                runStart = named;
            }
            runEnd = named + 1;
            if (count == shortIds.length) {
                shortIds = Arrays.copyOf(shortIds, count * 2);
            }
            shortIds[count++] = shortId;
            sorted = false;
        }
        named++;
    }

    int count() {
        return count;
    }

    int namedSoFar() {
        return named;
    }

    /// Everything wanted; nothing may be added afterwards.
    List<Frame.Run> runs() {
        closeRun();
        return runs;
    }

    /// Was an op of this name asked for?
    boolean wants(long shortId) {
        if (!sorted) {
            Arrays.sort(shortIds, 0, count);
            sorted = true;
        }
        return Arrays.binarySearch(shortIds, 0, count, shortId) >= 0;
    }

    private void closeRun() {
        if (runEnd > runStart) {
            runs.add(new Frame.Run(runStart - written, runEnd - runStart));
            written = runEnd;
            runStart = runEnd;
        }
    }
}
