// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.ballot.witness.WitnessLog;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// A witness's part in one ballot: opens cells, puts what is in them into the box when their window
/// is over, signs for what is in the box, and ends the log when voting is over.
final class WitnessDuty {
    private static final int RECEIPTS_AT_ONCE = 500;

    private final Means means;
    private final Balloting ballot;
    private final int number;
    private final OfficeKeys keys;
    private final BallotGate gate;
    private final WitnessLog log;
    private final CellBox box;
    private final TreeMap<Integer, Set<CastEnvelope>> waiting = new TreeMap<>();
    private final Set<Hash> published = new HashSet<>();
    private boolean ended;
    private int read;
    private long signedAt = Long.MIN_VALUE;

    /// @param number among the witnesses, from 0
    WitnessDuty(Means means, Balloting ballot, int number, OfficeKeys keys, BallotGate gate) {
        this.means = means;
        this.ballot = ballot;
        this.number = number;
        this.keys = keys;
        this.gate = gate;
        Open open = ballot.open().orElseThrow();
        box = CellBox.of(open.ready().notice().questions());
        log = new WitnessLog(open.ready().fingerprint(), number, keys.signing());
        open.box().receipts().stream()
                .filter(receipt -> receipt.witness() == number)
                .sorted(Comparator.comparingInt(Receipt::index))
                .forEach(log::recall);
        ended = open.box().ends().stream().anyMatch(end -> end.head().witness() == number);
        if (ended) {
            log.recallEnd();
        }
    }

    void act(Open open) throws AppendRefused {
        readCells();
        publish(open);
        sign(open);
        if (!ended && open.ready().schedule().isOver(means.millis())) {
            means.say(ballot, new Step.End(log.end()));
            ended = true;
        }
    }

    private void readCells() {
        List<Balloting.Posted<Step.Cell>> cells = ballot.cells();
        for (; read < cells.size(); read++) {
            Step.Cell cell = cells.get(read).said();
            if (cell.witness() == number) {
                cell.letter()
                        .open(keys.letters(), CellBox.CELL, ballot.id())
                        .flatMap(box::unpack)
                        .ifPresent(envelope ->
                                waiting.computeIfAbsent(cell.window(), _ -> new HashSet<>())
                                        .add(envelope));
            }
        }
    }

    /// In the order of their ids: nothing tells in which the cells came.
    private void publish(Open open) throws AppendRefused {
        Schedule schedule = open.ready().schedule();
        long now = means.millis();
        List<CastEnvelope> due = new ArrayList<>();
        waiting.forEach((window, envelopes) -> {
            if (now >= schedule.publishes(window)) {
                due.addAll(envelopes);
            }
        });
        waiting.keySet().removeIf(window -> now >= schedule.publishes(window));
        due.sort(Comparator.comparing(CastEnvelope::id));
        for (CastEnvelope envelope : due) {
            if (!open.box().has(envelope.id()) && published.add(envelope.id())) {
                gate.put(envelope);
            }
        }
    }

    private void sign(Open open) throws AppendRefused {
        Schedule schedule = open.ready().schedule();
        if (ended || !schedule.isVoting(means.millis()) || !isSigningTime(schedule)) {
            return;
        }
        List<Hash> unsigned =
                open.box().envelopes().stream()
                        .map(CastEnvelope::id)
                        .filter(open.box()::isValid)
                        .filter(id -> !open.box().witnesses(id).contains(number))
                        .sorted()
                        .limit(RECEIPTS_AT_ONCE)
                        .toList();
        List<Receipt> receipts = new ArrayList<>();
        for (Hash id : unsigned) {
            log.see(id, means.seconds()).ifPresent(receipts::add);
        }
        if (!receipts.isEmpty()) {
            means.say(ballot, new Step.Receipts(receipts));
        }
    }

    /// Once at every moment of the schedule.
    private boolean isSigningTime(Schedule schedule) {
        long last = schedule.lastSigning(means.millis());
        boolean due = last > signedAt;
        if (due) {
            signedAt = last;
        }
        return due || schedule.isHurried(schedule.window(means.millis()));
    }
}
