// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A member's own entry of a roll, sealed with the key that came with the enrolment. Nobody else
/// can tell whose it is. Immutable: the arrays are not changed.
///
/// @param hint by which the member finds it, 8 bytes
public record EntryMail(byte[] hint, byte[] sealed) {
    /// The length of a hint.
    public static final int HINT_BYTES = 8;

    private static final Label HINT = new Label("rankfile/roll-mail-hint/1");
    private static final Label KEY = new Label("rankfile/roll-mail/1");
    private static final byte[] NOTHING = {};

    /// Seals an entry.
    ///
    /// @param reply the key in the member's enrolment
    /// @param version of the roll, since a key seals one text only
    public static EntryMail seal(Secret reply, String uuid, int version, byte[] opening) {
        try (Secret key = key(reply, uuid, version)) {
            byte[] sealed = Aead.seal(key, new byte[Aead.NONCE_BYTES], NOTHING, opening);
            return new EntryMail(hint(reply, uuid, version), sealed);
        }
    }

    /// The entry; empty for somebody else's.
    public Optional<byte[]> open(Secret reply, String uuid, int version) {
        if (!Arrays.equals(hint, hint(reply, uuid, version))) {
            return Optional.empty();
        }
        try (Secret key = key(reply, uuid, version)) {
            return Aead.open(key, new byte[Aead.NONCE_BYTES], NOTHING, sealed);
        }
    }

    private static byte[] hint(Secret reply, String uuid, int version) {
        try (Secret derived =
                Kdf.hkdfSha256(reply, NOTHING, HINT, context(uuid, version), HINT_BYTES)) {
            return derived.expose();
        }
    }

    private static Secret key(Secret reply, String uuid, int version) {
        return Kdf.hkdfSha256(reply, NOTHING, KEY, context(uuid, version), Aead.KEY_BYTES);
    }

    private static byte[] context(String uuid, int version) {
        byte[] name = uuid.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + Integer.BYTES).put(name).putInt(version).array();
    }
}
