// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 0x13 (RFC 9106), as Bouncy Castle computes it.
public final class Argon2id {
    private Argon2id() {}

    /// Derives a key. Takes as long and as much memory as the cost says.
    ///
    /// @param cost memory in KiB, passes and lanes
    public static byte[] derive(byte[] passphrase, byte[] salt, int[] cost, int length) {
        Argon2Parameters parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost[0])
                        .withIterations(cost[1])
                        .withParallelism(cost[2])
                        .withSalt(salt)
                        .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[length];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
