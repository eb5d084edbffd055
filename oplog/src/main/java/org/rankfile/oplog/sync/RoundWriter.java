// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Packs the answers of one side of a pass into frames, and remembers in which order it named ops.
final class RoundWriter {

    /// More than the largest range: edge 5+1+32, mode, count, 32 short ids.
    private static final int RANGE_BYTES = 5 + 1 + OpKey.ID_BYTES + 2 + 32 * Long.BYTES;

    private static final int HEAD_BYTES = 64;

    private final int circle;
    private final int pass;
    private final int frameBytes;
    private final ShortIds shortIds;
    private final Consumer<Frame> out;

    private final List<OpKey> offers = new ArrayList<>();
    private final List<Frame.Range> ranges = new ArrayList<>();
    private final List<OpKey> listed = new ArrayList<>();
    private final List<OpKey> had = new ArrayList<>();
    private OpKey lower = OpKey.LOWEST;
    private OpKey upper = OpKey.LOWEST;
    private int bytes = HEAD_BYTES;
    private boolean asked;

    RoundWriter(int circle, int pass, SyncLimits limits, ShortIds ids, Consumer<Frame> out) {
        this.circle = circle;
        this.pass = pass;
        this.frameBytes = limits.frameBytes();
        this.shortIds = ids;
        this.out = out;
    }

    /// All ops named in this pass, in the order of naming.
    List<OpKey> offers() {
        return offers;
    }

    void print(OpKey from, OpKey to, Fingerprint fingerprint) {
        cover(from);
        add(new Frame.Range.Print(to, fingerprint), 5 + 1 + OpKey.ID_BYTES + 1 + Fingerprint.BYTES);
    }

    void listing(OpKey from, OpKey to, List<OpKey> keys) {
        cover(from);
        listed.addAll(keys);
        add(new Frame.Range.Listing(to, names(keys)), RANGE_BYTES);
    }

    void have(OpKey key) {
        had.add(key);
        if (HEAD_BYTES + (had.size() + 1) * Long.BYTES > frameBytes) {
            flushHaves();
        }
    }

    /// Closes the round.
    ///
    /// @return did it ask anything?
    boolean end() {
        flushHaves();
        flushRanges(true);
        boolean result = asked;
        asked = false;
        lower = OpKey.LOWEST;
        upper = OpKey.LOWEST;
        return result;
    }

    private void cover(OpKey from) {
        if (ranges.isEmpty()) {
            lower = from;
        } else if (!from.equals(upper)) {
            ranges.add(new Frame.Range.Skip(from));
        }
    }

    private void add(Frame.Range range, int rangeBytes) {
        ranges.add(range);
        upper = range.upper();
        asked = true;
        bytes += rangeBytes + OpKey.ID_BYTES + 7;
        if (bytes + 2 * RANGE_BYTES > frameBytes) {
            flushRanges(false);
        }
    }

    private void flushHaves() {
        if (!had.isEmpty()) {
            offers.addAll(had);
            out.accept(new Frame.Haves(circle, pass, names(had)));
            had.clear();
        }
    }

    private void flushRanges(boolean end) {
        offers.addAll(listed);
        OpKey from = ranges.isEmpty() ? OpKey.LOWEST : lower;
        out.accept(new Frame.Ranges(circle, pass, end, from, List.copyOf(ranges)));
        ranges.clear();
        listed.clear();
        bytes = HEAD_BYTES;
    }

    private List<Long> names(List<OpKey> keys) {
        return keys.stream().map(shortIds::of).toList();
    }
}
