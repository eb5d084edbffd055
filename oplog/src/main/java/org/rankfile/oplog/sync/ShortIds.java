// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.ByteBuffer;

/// The 8-byte names of ops in one pass (SYN-16). They are keyed by the handshake and the pass:
/// nobody can prepare two ops with the same name, and two that share one by chance part in the next
/// pass.
@FunctionalInterface
interface ShortIds {

    long of(OpKey key);

    /// Makes the names of a pass; another one in tests that want collisions.
    @FunctionalInterface
    interface Factory {
        ShortIds forPass(int pass);
    }

    /// The protocol's own names for a circle of a session.
    static Factory keyed(byte[] handshakeHash, CircleTag tag) {
        Label keyLabel = new Label("rankfile/short-id-key/1");
        Label idLabel = new Label("rankfile/short-id/1");
        return pass -> {
            byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(pass).array();
            byte[] key = Hash.sha256(keyLabel, tag.bytes(), number, handshakeHash).bytes();
            return op -> ByteBuffer.wrap(Hash.sha256(idLabel, key, op.id()).bytes()).getLong();
        };
    }
}
