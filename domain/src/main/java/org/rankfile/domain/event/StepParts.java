// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.DeviceId;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts steps of ballots together from their parts (EV-14). Keeps at most
/// [Limits#UNFINISHED_STEP_BYTES] of each device; over that, its step that was begun first is
/// forgotten. One thread.
///
/// The same ops in any causal order give the same steps, since a device's ops come in the order of
/// its chain. A device appends the parts of a step as one commit, so it never has more than one
/// unfinished, and nothing of it is ever forgotten; also where its home was restored from a backup
/// and its chain has two branches whose ops come in any order.
public final class StepParts {
    /// What a part costs beside its bytes.
    private static final int OVERHEAD_BYTES = 1024;

    private final Map<DeviceId, Unfinished> devices = new HashMap<>();

    /// Takes the next event of a device.
    ///
    /// @return the bytes of the whole step if this was the last part that was missing
    public Optional<byte[]> take(DeviceId author, Event.Step step) {
        if (step.parts() == 1) {
            return verified(step.whole(), step.bytes());
        }
        Unfinished unfinished = devices.computeIfAbsent(author, device -> new Unfinished());
        Optional<byte[]> whole = unfinished.take(step);
        if (unfinished.steps.isEmpty()) {
            devices.remove(author);
        }
        return whole;
    }

    private static Optional<byte[]> verified(Hash hash, byte[] whole) {
        return Event.Step.hash(whole).equals(hash) ? Optional.of(whole.clone()) : Optional.empty();
    }

    /// What the parts of one step have in common.
    private record Name(RecordKey key, String step, Hash whole, int parts) {}

    /// The steps of one device that wait for more, those that were begun first first.
    private static final class Unfinished {
        private final Map<Name, Map<Integer, byte[]>> steps = new LinkedHashMap<>();
        private long bytes;

        private Optional<byte[]> take(Event.Step step) {
            Name name = new Name(step.key(), step.step(), step.whole(), step.parts());
            Map<Integer, byte[]> parts = steps.computeIfAbsent(name, n -> new TreeMap<>());
            if (parts.putIfAbsent(step.part(), step.bytes()) == null) {
                bytes += cost(name, step.bytes());
            }
            if (parts.size() == name.parts()) {
                steps.remove(name);
                bytes -= cost(name, parts);
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                parts.values().forEach(whole::writeBytes);
                return verified(name.whole(), whole.toByteArray());
            }
            forget();
            return Optional.empty();
        }

        private void forget() {
            Iterator<Map.Entry<Name, Map<Integer, byte[]>>> first = steps.entrySet().iterator();
            while (bytes > Limits.UNFINISHED_STEP_BYTES) {
                Map.Entry<Name, Map<Integer, byte[]>> step = first.next();
                bytes -= cost(step.getKey(), step.getValue());
                first.remove();
            }
        }

        private static long cost(Name name, Map<Integer, byte[]> parts) {
            return parts.values().stream().mapToLong(part -> cost(name, part)).sum();
        }

        private static long cost(Name name, byte[] part) {
            RecordKey key = name.key();
            int chars = key.kind().length() + key.id().length() + name.step().length();
            return OVERHEAD_BYTES + 2L * chars + part.length;
        }
    }
}
