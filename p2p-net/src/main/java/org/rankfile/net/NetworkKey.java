// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.rankfile.crypto.Secret;

/// A libp2p pre-shared key (`/key/swarm/psk/1.0.0/`): who does not hold it sees noise. It screens
/// off strangers and proves nothing about a member.
///
/// @param secret 32 bytes; the key keeps this very object, which must outlive it
public record NetworkKey(Secret secret) {
    /// Length in bytes.
    public static final int BYTES = 32;

    /// Checks the length.
    public NetworkKey {
        if (secret.length() != BYTES) {
            throw new IllegalArgumentException("a network key has 32 bytes");
        }
    }
}
