// SPDX-License-Identifier: GPL-3.0-or-later

/// Drives the log: one engine thread, durable before told, sessions with peers.
package org.rankfile.oplog.engine;
