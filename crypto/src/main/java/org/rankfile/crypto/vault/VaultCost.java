// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.vault;

/// What one guess of the passphrase costs (Argon2id, RFC 9106).
///
/// @param memoryKib memory in KiB: 8,192 to 1,048,576
/// @param passes over the memory: 1 to 16
/// @param lanes 1 to 8
public record VaultCost(int memoryKib, int passes, int lanes) {
    /// 64 MiB, three passes, one lane.
    public static final VaultCost USUAL = new VaultCost(64 * 1024, 3, 1);

    /// The least that is accepted: for tests only.
    public static final VaultCost LEAST = new VaultCost(8 * 1024, 1, 1);

    public VaultCost {
        if (!isAcceptable(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("a cost outside the accepted bounds");
        }
    }

    /// Bounds on reading: a file must not make opening cost a gigabyte, nor make guessing free.
    static boolean isAcceptable(int memoryKib, int passes, int lanes) {
        return memoryKib >= 8 * 1024
                && memoryKib <= 1024 * 1024
                && passes >= 1
                && passes <= 16
                && lanes >= 1
                && lanes <= 8;
    }
}
