// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cuts a step of a ballot into the bodies of ops (EV-14). Pure.
public final class StepPacker {
    private StepPacker() {}

    /// The bodies that carry the step, one part each, in order. They are to be appended as one
    /// commit, so that nobody ever waits for the rest of a step.
    ///
    /// @throws IllegalArgumentException for more than [Limits#STEP_BYTES], or names that leave no
    ///   room in a body
    public static List<byte[]> pack(RecordKey key, String step, byte[] whole) {
        if (whole.length > Limits.STEP_BYTES) {
            throw new IllegalArgumentException("a step larger than its parts can carry");
        }
        int size = Limits.STEP_PART_BYTES;
        int parts = Math.max(1, Math.ceilDiv(whole.length, size));
        Hash hash = Event.Step.hash(whole);
        List<byte[]> bodies = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int end = Math.min(whole.length, (part + 1) * size);
            byte[] bytes = Arrays.copyOfRange(whole, part * size, end);
            bodies.add(body(new Event.Step(key, step, hash, part, parts, bytes)));
        }
        return bodies;
    }

    private static byte[] body(Event.Step step) {
        byte[] body = EventCodec.encode(new Envelope(Optional.empty(), List.of(), List.of(step)));
        if (body.length > Limits.BODY_BYTES) {
            throw new IllegalArgumentException("names that leave no room in a body");
        }
        return body;
    }
}
