// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Two sessions and the wire between them, counted.
final class Link {

    static final byte[] HANDSHAKE = "the hash of one handshake".getBytes(StandardCharsets.UTF_8);

    final SyncSession initiator;
    final SyncSession responder;
    final List<Frame> frames = new ArrayList<>();
    int flights;
    long bytes;
    long opBytes;
    int flightsToLastWant;

    Link(OpExchange initiator, OpExchange responder) {
        this(initiator, responder, SyncLimits.STANDARD, new Random(1));
    }

    Link(OpExchange a, OpExchange b, SyncLimits limits, RandomGenerator random) {
        initiator = new SyncSession(SyncRole.INITIATOR, HANDSHAKE, a, limits, random);
        responder = new SyncSession(SyncRole.RESPONDER, HANDSHAKE, b, limits, random);
    }

    /// Runs until nobody has anything to say.
    Link run() {
        return run(initiator.start(), responder.start());
    }

    /// Carries these frames, and what they lead to.
    Link run(List<byte[]> toResponder, List<byte[]> toInitiator) {
        List<byte[]> there = new ArrayList<>(toResponder);
        List<byte[]> back = new ArrayList<>(toInitiator);
        while (!there.isEmpty() || !back.isEmpty()) {
            back.addAll(carry(there, responder));
            there = carry(back, initiator);
            back = new ArrayList<>();
            if (flights > 1_000_000) {
                throw new AssertionError("no end");
            }
        }
        return this;
    }

    List<byte[]> carry(List<byte[]> batch, SyncSession to) {
        if (batch.isEmpty()) {
            return List.of();
        }
        flights++;
        for (byte[] frame : batch) {
            count(frame);
        }
        bytes += FrameStream.bytes(batch).length;
        return to.receive(batch);
    }

    long overhead() {
        return bytes - opBytes;
    }

    boolean isInSync() {
        return isInSync(initiator) && isInSync(responder);
    }

    static boolean isInSync(SyncSession session) {
        return session.status() instanceof SyncStatus.Open open && open.isInSync();
    }

    private void count(byte[] bytesOfFrame) {
        try {
            Frame frame = FrameReader.decode(bytesOfFrame, SyncLimits.STANDARD);
            frames.add(frame);
            switch (frame) {
                case Frame.Ops f -> opBytes += f.ops().stream().mapToInt(o -> o.length).sum();
                case Frame.Part f -> opBytes += f.bytes().getFirst().length;
                case Frame.Wants f when !f.runs().isEmpty() -> flightsToLastWant = flights;
                default -> {}
            }
        } catch (SyncFault fault) {
            throw new AssertionError(fault.reason().name(), fault);
        }
    }
}
