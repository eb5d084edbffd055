// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.store.Store;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// What a replica is made of. The caller keeps and closes them, the store after the replica.
///
/// @param store holds the log and the keys
/// @param engine runs one task at a time, in order: the engine thread
/// @param io runs blocking work, each task on a thread of its own
/// @param random must be cryptographically strong
/// @param time the wall clock; decides nothing about authority
/// @param alarm when to try again what failed between two peers
public record ReplicaParts(
        Store store,
        Executor engine,
        Executor io,
        RandomGenerator random,
        InstantSource time,
        Alarm alarm) {}
