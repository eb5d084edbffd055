// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventCodec;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.event.StepPacker;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.domain.vote.step.StepReader;
import org.rankfile.oplog.ContentOp;

import java.util.ArrayList;
import java.util.List;

/// What stands in the hall of a pretended mesh, for tests that look at it or add to it.
final class HallWords {
    private final PretendMesh mesh;

    HallWords(PretendMesh mesh) {
        this.mesh = mesh;
    }

    /// One step that fits in one op.
    record Said(ContentOp op, String name, byte[] bytes) {}

    /// All steps of a kind that fit in one op, in the order in which they were said.
    List<Said> all(String name) {
        List<Said> all = new ArrayList<>();
        for (ContentOp op : mesh.all) {
            EventCodec.decode(op.body()).orElseThrow().events().stream()
                    .filter(Event.Step.class::isInstance)
                    .map(Event.Step.class::cast)
                    .filter(step -> step.step().equals(name) && step.parts() == 1)
                    .forEach(step -> all.add(new Said(op, name, step.bytes())));
        }
        return all;
    }

    static Step read(Said said, String election) {
        return StepReader.read(said.name(), said.bytes(), election).orElseThrow();
    }

    /// A device says something, whether it may or not.
    static void say(PretendMesh.Device device, String ballot, Step step) {
        StepCodec.Written written = StepCodec.write(step);
        say(device, ballot, written.name(), written.bytes());
    }

    static void say(PretendMesh.Device device, String ballot, String name, byte[] bytes) {
        RecordKey key = new RecordKey(RecordKey.BALLOT, ballot);
        device.appendAll("hall", StepPacker.pack(key, name, bytes));
    }
}
