// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.crypto.HpkeSealed;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.PreKeyPublic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Something that one officer alone can read. Immutable: the arrays are not changed.
///
/// @param enc what the key is made of; empty for no letter
/// @param ct the ciphertext
public record Letter(byte[] enc, byte[] ct) {
    /// No letter.
    public static final Letter NONE = new Letter(new byte[0], new byte[0]);

    private static final byte[] NOTHING = {};

    /// Seals a letter.
    ///
    /// @param purpose what it is: it opens as nothing else
    /// @param ballot the ballot's id: it opens in no other
    public static Letter seal(
            PreKeyPublic to, Label purpose, String ballot, byte[] text, RandomGenerator random) {
        HpkeSealed sealed = to.seal(purpose, context(ballot), NOTHING, text, random);
        return new Letter(sealed.enc(), sealed.ct());
    }

    /// What it says; empty for what is not sealed to this key, for this purpose, in this ballot.
    public Optional<byte[]> open(PreKey key, Label purpose, String ballot) {
        return enc.length != HpkeSealed.ENC_BYTES
                ? Optional.empty()
                : key.open(purpose, context(ballot), NOTHING, enc, ct);
    }

    private static byte[] context(String ballot) {
        return ballot.getBytes(StandardCharsets.UTF_8);
    }
}
