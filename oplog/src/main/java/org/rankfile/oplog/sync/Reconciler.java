// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One side of one pass over one circle: ranges in, narrower ranges out, until each side knows what
/// it lacks (SYN-13 to SYN-19).
///
/// It ends: a side answers a differing fingerprint with at most a sixteenth of its own ids a range
/// (half of them, in the range that is open above), lists a range of at most 32, and a list is
/// never asked about again. A peer that does not play along meets [SyncLimits#rounds].
final class Reconciler {

    /// A part of a split with no more ids than this is listed at once: no dearer than a
    /// fingerprint.
    private static final int TINY = 2;

    private final Inventory inventory;
    private final SyncLimits limits;
    private final ShortIds shortIds;
    private final RoundWriter writer;
    private final WantList wants;
    private final boolean leader;

    private OpKey cursor = OpKey.LOWEST;
    private int rangesInRound;
    private int rounds;
    private boolean differs;
    private boolean over;

    Reconciler(
            Inventory inventory,
            SyncLimits limits,
            ShortIds shortIds,
            RoundWriter writer,
            boolean leader) {
        this.inventory = inventory;
        this.limits = limits;
        this.shortIds = shortIds;
        this.writer = writer;
        this.wants = new WantList(limits.wantedPerPass());
        this.leader = leader;
    }

    /// The leader's first round: one fingerprint over everything.
    void open() {
        writer.print(OpKey.LOWEST, OpKey.INFINITY, inventory.fingerprint());
        writer.end();
    }

    /// Both sides know the difference.
    boolean isOver() {
        return over;
    }

    /// Over, and the two sets were found equal.
    boolean isMatched() {
        return over && !differs;
    }

    WantList wants() {
        return wants;
    }

    List<OpKey> offers() {
        return writer.offers();
    }

    void ranges(Frame.Ranges frame) throws SyncFault {
        if (over) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        if (!frame.ranges().isEmpty() && frame.lower().compareTo(cursor) < 0) {
            throw new SyncFault(SyncFailure.BAD_RANGES);
        }
        if (!leader && rounds == 0 && !isOpening(frame)) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        OpKey lower = frame.lower();
        for (Frame.Range range : frame.ranges()) {
            if (++rangesInRound > limits.rangesPerRound()) {
                throw new SyncFault(SyncFailure.BAD_RANGES);
            }
            answer(lower, range);
            lower = range.upper();
        }
        cursor = lower;
        if (frame.end()) {
            endOfRound();
        }
    }

    void haves(Frame.Haves frame) throws SyncFault {
        // In the first round a side hears, nothing was listed by it: there is nothing to answer.
        if (over || rounds == 0) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        differs = true;
        for (long id : frame.shortIds()) {
            want(id, true);
        }
    }

    /// One fingerprint over everything: nothing else may start a pass, or a silent leader could
    /// have itself believed equal.
    private static boolean isOpening(Frame.Ranges frame) {
        return frame.end()
                && frame.lower().equals(OpKey.LOWEST)
                && frame.ranges().size() == 1
                && frame.ranges().getFirst() instanceof Frame.Range.Print p
                && p.upper().equals(OpKey.INFINITY);
    }

    private void endOfRound() throws SyncFault {
        boolean peerAsked = rangesInRound > 0;
        rangesInRound = 0;
        cursor = OpKey.LOWEST;
        if (++rounds > limits.rounds()) {
            throw new SyncFault(SyncFailure.TOO_MANY_ROUNDS);
        }
        if (peerAsked) {
            differs |= leader;
            over = !writer.end();
        } else {
            over = true;
        }
    }

    private void answer(OpKey lower, Frame.Range range) throws SyncFault {
        if (range instanceof Frame.Range.Skip) {
            return;
        }
        int from = inventory.rank(lower);
        int to = inventory.rank(range.upper());
        switch (range) {
            case Frame.Range.Print p -> {
                if (!Fingerprint.of(inventory.sum(from, to)).equals(p.fingerprint())) {
                    differs = true;
                    narrow(lower, p.upper(), from, to);
                }
            }
            case Frame.Range.Listing l -> compare(l.shortIds(), from, to);
            case Frame.Range.Skip _ -> {}
        }
        if (writer.offers().size() > 2L * inventory.size() + 1024) {
            throw new SyncFault(SyncFailure.EXCESSIVE);
        }
    }

    private void narrow(OpKey lower, OpKey upper, int from, int to) {
        int count = to - from;
        if (count <= limits.leaf()) {
            writer.listing(lower, upper, keys(from, to));
            return;
        }
        boolean openAbove = upper.equals(OpKey.INFINITY);
        OpKey edge = lower;
        int at = from;
        for (int part = 1; part <= limits.fanOut() && at < to; part++) {
            boolean last = part == limits.fanOut() || (openAbove && to - at <= limits.leaf());
            // What is missing is mostly recent: the open end is halved again and again.
            int next =
                    last
                            ? to
                            : openAbove
                                    ? at + (to - at + 1) / 2
                                    : from + (int) ((long) count * part / limits.fanOut());
            if (next == at) {
                continue;
            }
            OpKey nextEdge =
                    last ? upper : OpKey.between(inventory.at(next - 1), inventory.at(next));
            part(edge, nextEdge, at, next, openAbove ? limits.leaf() : TINY);
            edge = nextEdge;
            at = next;
        }
    }

    private void part(OpKey lower, OpKey upper, int from, int to, int listAtMost) {
        if (to - from <= listAtMost) {
            writer.listing(lower, upper, keys(from, to));
        } else {
            writer.print(lower, upper, Fingerprint.of(inventory.sum(from, to)));
        }
    }

    private void compare(List<Long> theirs, int from, int to) throws SyncFault {
        differs = true;
        Set<Long> listed = new HashSet<>(theirs);
        Set<Long> shared = new HashSet<>();
        for (int rank = from; rank < to; rank++) {
            OpKey key = inventory.at(rank);
            long id = listed.isEmpty() ? 0 : shortIds.of(key);
            if (!listed.isEmpty() && listed.contains(id)) {
                shared.add(id);
            } else {
                writer.have(key);
            }
        }
        for (long id : theirs) {
            want(id, !shared.contains(id));
        }
    }

    private void want(long shortId, boolean wanted) throws SyncFault {
        if (wants.namedSoFar() >= limits.namedPerPass()) {
            throw new SyncFault(SyncFailure.EXCESSIVE);
        }
        wants.named(shortId, wanted);
    }

    private List<OpKey> keys(int from, int to) {
        List<OpKey> keys = new ArrayList<>(to - from);
        for (int rank = from; rank < to; rank++) {
            keys.add(inventory.at(rank));
        }
        return keys;
    }
}
