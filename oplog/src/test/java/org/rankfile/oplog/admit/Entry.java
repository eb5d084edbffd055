// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;

import java.util.List;

/// One authority op of an invented hall, as bare as the rules of membership need it.
///
/// @param seq its number in its device's chain, from 1
/// @param backlink its device's op before, [OpId#NONE] at 1
/// @param deps the other ops it names
record Entry(OpId id, DeviceId device, long seq, OpId backlink, List<OpId> deps, Deed deed) {}
