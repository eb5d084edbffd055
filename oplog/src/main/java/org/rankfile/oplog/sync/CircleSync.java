// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// One circle of a session: passes of reconciliation, what they make both sides send, and pushes of
/// new ops in between (SYN-13 to SYN-31).
final class CircleSync {

    /// What a circle shares with the rest of its session.
    record Surroundings(
            OpExchange exchange, SyncLimits limits, CreditWindow window, Consumer<Frame> out) {}

    private final int index;
    private final CircleAccess access;
    private final boolean leader;
    private final ShortIds.Factory names;
    private final Surroundings around;
    private final Outbox outbox;
    private final HeardOps heard = new HeardOps();

    private @Nullable Pass pass;
    private int passes;
    private long storedHere;
    private long storedThere;
    private long movedBefore;
    private long served;
    private int idle;
    private boolean matched;
    private boolean overQuota;
    private boolean wantsPass;

    CircleSync(
            int index,
            CircleAccess access,
            boolean leader,
            ShortIds.Factory names,
            Surroundings around) {
        this.index = index;
        this.access = access;
        this.leader = leader;
        this.names = names;
        this.around = around;
        this.outbox = new Outbox(around.limits());
    }

    CircleTag tag() {
        return access.tag();
    }

    int index() {
        return index;
    }

    Outbox outbox() {
        return outbox;
    }

    /// The leader starts a pass.
    void begin() {
        Pass next = newPass();
        next.reconciler().open();
    }

    /// Somebody here wants to be sure: another pass, now or when the running one is over.
    void recheck() {
        idle = 0;
        wantsPass = true;
        askForPass();
    }

    /// Whether something was not taken for want of room, here or there, since the last pass began.
    boolean hasDropped() {
        return overQuota;
    }

    /// The peer asks the leader for a pass.
    void recheckAsked() throws SyncFault {
        if (!leader) {
            throw unexpected();
        }
        if (pass == null) {
            idle = 0;
            begin();
        }
    }

    void ranges(Frame.Ranges frame) throws SyncFault {
        if (pass == null && !leader && frame.pass() == passes) {
            newPass();
        }
        Pass current = current(frame.pass());
        current.reconciler().ranges(frame);
        if (!current.reconciler().isOver()) {
            return;
        }
        matched = current.reconciler().isMatched();
        if (matched) {
            idle = 0;
            pass = null;
            askForPass();
        } else {
            current.sendWants(index, around.limits(), around.out());
        }
    }

    void haves(Frame.Haves frame) throws SyncFault {
        current(frame.pass()).reconciler().haves(frame);
    }

    void wants(Frame.Wants frame) throws SyncFault {
        Pass current = current(frame.pass());
        List<OpKey> asked = current.asked(frame);
        served += asked.size();
        if (served > 2L * access.inventory().size() + 1024) {
            throw new SyncFault(SyncFailure.EXCESSIVE);
        }
        asked.forEach(key -> outbox.ask(key, around.exchange().rank(tag(), key)));
        if (frame.end()) {
            outbox.sortAsked();
        }
    }

    void done(Frame.Done frame) throws SyncFault {
        Pass current = current(frame.pass());
        current.peerDone();
        endPassIfDone(current);
    }

    void credit(Frame.Credit frame) throws SyncFault {
        around.window().acknowledged(index, frame.bytes());
        storedThere += frame.stored();
        if (frame.dropped() > 0) {
            overQuota = true;
            matched = false;
        }
    }

    /// Ops of this circle were handed to the engine.
    void received(List<OpSink.Receipt> receipts, boolean live, int bytes) throws SyncFault {
        int stored = 0;
        int dropped = 0;
        for (OpSink.Receipt receipt : receipts) {
            switch (receipt.outcome()) {
                case MALFORMED -> throw new SyncFault(SyncFailure.BAD_OP);
                case OVER_QUOTA -> dropped++;
                case NEW, PARKED, REFUSED -> stored++;
                case KNOWN -> {}
            }
            if (!live) {
                if (pass == null) {
                    throw new SyncFault(SyncFailure.UNASKED_OP);
                }
                pass.delivered(receipt.key());
            }
            heard.add(receipt.key());
        }
        storedHere += stored;
        if (dropped > 0) {
            overQuota = true;
            matched = false;
        }
        around.out().accept(new Frame.Credit(index, bytes, stored, dropped));
    }

    /// A new op is held here.
    void announce(OpKey key) {
        boolean fromPeer = heard.contains(key);
        if (!fromPeer && !outbox.push(key, around.exchange().rank(tag(), key))) {
            wantsPass = true;
            askForPass();
        }
    }

    /// The outbox was emptied as far as credit goes.
    void afterSending() throws SyncFault {
        Pass current = pass;
        if (current != null && current.mayBeDone() && !outbox.hasWanted()) {
            around.out().accept(new Frame.Done(index, current.number()));
            current.weAreDone();
            endPassIfDone(current);
        }
    }

    CircleState state() {
        if (pass != null) {
            return pass.reconciler().isOver() ? CircleState.TRANSFERRING : CircleState.COMPARING;
        }
        if (overQuota) {
            return CircleState.OVER_QUOTA;
        }
        if (!matched) {
            return idle < around.limits().idlePasses()
                    ? CircleState.COMPARING
                    : CircleState.STALLED;
        }
        boolean settled = outbox.isEmpty() && around.window().isSettled(index);
        return settled && !wantsPass ? CircleState.IN_SYNC : CircleState.TRANSFERRING;
    }

    private Pass newPass() {
        ShortIds shortIds = names.forPass(passes);
        RoundWriter writer =
                new RoundWriter(index, passes, around.limits(), shortIds, around.out());
        Reconciler reconciler =
                new Reconciler(access.inventory(), around.limits(), shortIds, writer, leader);
        Pass started = new Pass(passes++, reconciler, shortIds);
        pass = started;
        overQuota = false;
        wantsPass = false;
        return started;
    }

    private void askForPass() {
        if (!wantsPass || pass != null) {
            return;
        }
        if (leader) {
            begin();
        } else {
            around.out().accept(new Frame.Recheck(index));
        }
    }

    private void endPassIfDone(Pass ended) throws SyncFault {
        if (!ended.isDone()) {
            return;
        }
        pass = null;
        boolean moved = storedHere + storedThere != movedBefore;
        movedBefore = storedHere + storedThere;
        idle = moved ? 0 : idle + 1;
        if (leader && idle < around.limits().idlePasses()) {
            begin();
        } else if (idle > 4 * around.limits().idlePasses()) {
            throw new SyncFault(SyncFailure.STALLED);
        } else {
            // A wish that came during the pass: the leader may have been about to give up.
            askForPass();
        }
    }

    private Pass current(int number) throws SyncFault {
        if (pass == null || pass.number() != number) {
            throw unexpected();
        }
        return pass;
    }

    private static SyncFault unexpected() {
        return new SyncFault(SyncFailure.UNEXPECTED_FRAME);
    }
}
