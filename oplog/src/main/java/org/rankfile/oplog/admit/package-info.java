// SPDX-License-Identifier: GPL-3.0-or-later

/// Decides which ops stand: keys, chains, dependencies, membership. Pure state machines; storing
/// and sending is the engine's (docs/spec/membership.md).
package org.rankfile.oplog.admit;
