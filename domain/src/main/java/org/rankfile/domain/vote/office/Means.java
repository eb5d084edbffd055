// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.crypto.VerifyKey;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.event.StepPacker;
import org.rankfile.domain.vote.BallotSecrets;
import org.rankfile.domain.vote.ProvedBallots;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Replica;
import org.rankfile.oplog.Role;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What this device does its duties with.
///
/// @param random must be cryptographically strong
/// @param proved what was proved before
public record Means(
        Replica replica,
        BallotSecrets secrets,
        RandomGenerator random,
        InstantSource time,
        ProvedBallots proved) {
    /// The circle in which ballots are held.
    static final String CIRCLE = "hall";

    /// Says something in the hall: on disk, and taken, when this returns.
    void say(Balloting ballot, Step step) throws AppendRefused {
        say(ballot.id(), step);
    }

    void say(String ballot, Step step) throws AppendRefused {
        StepCodec.Written written = StepCodec.write(step);
        RecordKey key = new RecordKey(RecordKey.BALLOT, ballot);
        replica.appendAll(CIRCLE, StepPacker.pack(key, written.name(), written.bytes()));
    }

    PersonId me() {
        return replica.status().me();
    }

    /// What this device's signatures are verified with.
    VerifyKey myKey() {
        byte[] key = replica.status().device().hash().bytes();
        return VerifyKey.of(key).orElseThrow();
    }

    /// Whether somebody may call ballots.
    boolean isSteward(PersonId person) {
        return replica.members(CIRCLE).stream()
                .filter(member -> member.id().equals(person))
                .anyMatch(each -> each.role() == Role.STEWARD || each.role() == Role.MANAGER);
    }

    /// Milliseconds since 1970.
    long millis() {
        return time.millis();
    }

    /// Seconds since 1970.
    long seconds() {
        return time.millis() / 1000;
    }

    Chest chest(Balloting ballot) {
        return new Chest(secrets, ballot.id());
    }
}
