// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.vote.BallotSecrets;
import org.rankfile.domain.vote.ProvedBallots;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Replica;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What a [Union] is made of. The caller keeps and closes them.
///
/// @param replica holds the log
/// @param index finds text
/// @param random must be cryptographically strong
/// @param time the wall clock: for values whose author's clock is ahead, and for when there is
///   voting
/// @param secrets keeps the secrets of ballots
/// @param proved remembers which ballots were proved
/// @param alarm when to do what is due later
public record UnionParts(
        Replica replica,
        TextIndex index,
        RandomGenerator random,
        InstantSource time,
        BallotSecrets secrets,
        ProvedBallots proved,
        Alarm alarm) {}
