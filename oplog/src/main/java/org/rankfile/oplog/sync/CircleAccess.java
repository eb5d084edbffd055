// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.rankfile.crypto.Secret;

/// A circle that may be reconciled with a peer.
///
/// @param tag its public tag
/// @param root the circle's root secret, which every member device knows and no outsider; only ever
///   used as a MAC key (SYN-5). The caller keeps it open as long as the session lives
/// @param inventory what is held of it
public record CircleAccess(CircleTag tag, Secret root, Inventory inventory) {}
