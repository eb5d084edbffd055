// SPDX-License-Identifier: GPL-3.0-or-later
/// Sans-I/O reconciliation of two replicas: frames in, frames out (docs/spec/sync.md).
///
/// The engine gives a [SyncSession] what it holds ([Inventory]) and a door to its log
/// ([OpExchange]); it carries the frames between two sessions over any ordered byte stream. Nothing
/// here reads a clock, starts a thread or blocks.
package org.rankfile.oplog.sync;
