// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.SigningKey;

/// The three keys of the joining device. The caller owns them.
///
/// @param signing signs its ops
/// @param prekey receives epoch keys
/// @param peer is its identity in the mesh, the one of the connection
public record Device(SigningKey signing, PreKey prekey, SigningKey peer) {

    /// The public halves, with the proofs of possession that can be shown to others.
    public DeviceKeys keys() {
        return DeviceKeys.of(this);
    }
}
