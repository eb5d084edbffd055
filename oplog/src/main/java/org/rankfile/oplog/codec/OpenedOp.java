// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

/// An op that a key opened: header and body are in their one encoding, and the signature is that of
/// the device that the header names. Whether the op may stand is admission's to say.
///
/// @param op the op as it travels
/// @param header what its head says
/// @param body its body
public record OpenedOp(SealedOp op, Header header, byte[] body) {}
