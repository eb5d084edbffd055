// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One device's view of a hall and a committee: what it makes of each op.
final class Reader {
    final Hall hall = new Hall();
    final CircleState hallState;
    final CircleState committeeState;
    final CommitteeMembership committee;
    final Map<OpId, PersonId> authors = new HashMap<>();
    final List<String> authorless = new ArrayList<>();
    AuthorlessGate gate = (_, _) -> Verdict.WAIT;
    final List<Dot> forks = new ArrayList<>();

    Reader(Device device, OpId hallId, OpId committeeId) {
        committee = new CommitteeMembership(committeeId, hall);
        committeeState =
                new CircleState(committeeId, committee, device.prekey(), new Events(false));
        hallState =
                new CircleState(
                        hallId,
                        new HallMembership(hallId, hall),
                        device.prekey(),
                        new Events(true));
    }

    void takeHall(SealedOp op) {
        hallState.accept(hallState.examine(op, false));
    }

    void takeCommittee(SealedOp op) {
        committeeState.accept(committeeState.examine(op, false));
    }

    /// What the device makes of an op, in one word.
    static String verdict(CircleState state, OpId id) {
        if (state.isPenned(id)) {
            return "Penned";
        }
        if (state.isAdmitted(id)) {
            return "Stands";
        }
        if (state.isParked(id)) {
            return "Waits";
        }
        return state.isOpaque(id) ? "Unread" : state.refusal(id).orElseThrow().name();
    }

    private final class Events implements CircleEvents {
        private final boolean ofHall;

        Events(boolean ofHall) {
            this.ofHall = ofHall;
        }

        @Override
        public void content(OpenedOp op, PersonId author, Dot dot, Causality seen) {
            authors.put(op.op().id(), author);
        }

        @Override
        public Verdict judge(byte[] content) {
            return gate.judge("hall", content);
        }

        @Override
        public void authorless(OpId id, byte[] content) {
            authorless.add(new String(content, UTF_8));
        }

        /// The committee hears of every authority op of the hall, as the engine has it.
        @Override
        public void authority(OpenedOp op) {
            if (ofHall) {
                committeeState.release(op.op().id());
                hall.people().stream()
                        .flatMap(person -> hall.devicesOf(person).stream())
                        .filter(device -> device.by().equals(op.op().id()))
                        .forEach(device -> committeeState.release(new OpId(device.id().hash())));
            }
        }

        @Override
        public void fork(Dot dot, OpId one, OpId other) {
            forks.add(dot);
        }
    }
}
