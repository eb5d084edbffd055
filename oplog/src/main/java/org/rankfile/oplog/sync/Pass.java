// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One pass over a circle: compare, say what is wanted, send what was wanted, say done.
final class Pass {

    /// Two varints.
    private static final int RUN_BYTES = 10;

    private final int number;
    private final Reconciler reconciler;
    private final ShortIds shortIds;
    private boolean wantsSent;
    private boolean wantsHeard;
    private boolean doneSent;
    private boolean doneHeard;
    private long wantCursor;
    private int delivered;

    Pass(int number, Reconciler reconciler, ShortIds shortIds) {
        this.number = number;
        this.reconciler = reconciler;
        this.shortIds = shortIds;
    }

    int number() {
        return number;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    void sendWants(int circle, SyncLimits limits, Consumer<Frame> out) {
        List<Frame.Run> runs = reconciler.wants().runs();
        int perFrame = Math.max(1, limits.frameBytes() / RUN_BYTES - 2);
        int at = 0;
        do {
            int to = Math.min(runs.size(), at + perFrame);
            boolean end = to == runs.size();
            out.accept(new Frame.Wants(circle, number, end, List.copyOf(runs.subList(at, to))));
            at = to;
        } while (at < runs.size());
        wantsSent = true;
    }

    /// The ops that a frame asks for.
    List<OpKey> asked(Frame.Wants frame) throws SyncFault {
        if (!reconciler.isOver() || wantsHeard) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        List<OpKey> offers = reconciler.offers();
        List<OpKey> asked = new ArrayList<>();
        for (Frame.Run run : frame.runs()) {
            wantCursor += run.skip();
            if (wantCursor + run.take() > offers.size()) {
                throw new SyncFault(SyncFailure.EXCESSIVE);
            }
            int from = (int) wantCursor;
            asked.addAll(offers.subList(from, from + run.take()));
            wantCursor += run.take();
        }
        wantsHeard = frame.end();
        return asked;
    }

    /// An op came that claims to be wanted.
    void delivered(OpKey key) throws SyncFault {
        WantList wants = reconciler.wants();
        if (!wantsSent || doneHeard || !wants.wants(shortIds.of(key))) {
            throw new SyncFault(SyncFailure.UNASKED_OP);
        }
        if (++delivered > wants.count()) {
            throw new SyncFault(SyncFailure.EXCESSIVE);
        }
    }

    boolean mayBeDone() {
        return wantsHeard && !doneSent;
    }

    void weAreDone() {
        doneSent = true;
    }

    void peerDone() throws SyncFault {
        if (!wantsSent || doneHeard) {
            throw new SyncFault(SyncFailure.UNEXPECTED_FRAME);
        }
        doneHeard = true;
    }

    boolean isDone() {
        return doneSent && doneHeard;
    }
}
