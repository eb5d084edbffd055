// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.group;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// How a new epoch opens an old one: its authority key under the new authority key, for every
/// member; its content and history keys under the new history key, for whom history was granted.
/// `epoch:32 | authority:48 | content and history:80` (KEY-4).
public final class EpochLink {
    private static final int AUTHORITY_BYTES = EpochKeys.SECRET_BYTES + Aead.TAG_BYTES;
    private static final int HISTORY_BYTES = 2 * EpochKeys.SECRET_BYTES + Aead.TAG_BYTES;

    /// The length of a link in bytes.
    public static final int BYTES = Hash.BYTES + AUTHORITY_BYTES + HISTORY_BYTES;

    private static final Label AUTHORITY = new Label("rankfile/epoch-authority-link/1");
    private static final Label HISTORY = new Label("rankfile/epoch-history-link/1");

    private EpochLink() {}

    /// What a link opened.
    ///
    /// @param epoch the old epoch's name
    /// @param authority its authority key
    /// @param content its content key, null where history was not granted
    /// @param history its history key, likewise
    public record Opened(
            Hash epoch, Secret authority, @Nullable Secret content, @Nullable Secret history) {}

    /// Seals the old keys under the new ones. What the old keys lack is sealed as zeros.
    ///
    /// @param salt the mint's salt: new keys and salt are used for one mint only
    public static byte[] seal(EpochKeys fresh, Hash epoch, EpochKeys old, byte[] salt) {
        Secret none = Secret.copyOf(new byte[EpochKeys.SECRET_BYTES]);
        Secret oldHistory = old.history() == null ? none : old.history();
        Secret history = fresh.history();
        if (history == null) {
            throw new IllegalArgumentException("whoever mints has the new history key");
        }
        return ByteBuffer.allocate(BYTES)
                .put(epoch.bytes())
                .put(sealOne(fresh.authority(), AUTHORITY, epoch, salt, old.authority()))
                .put(
                        sealOne(
                                history,
                                HISTORY,
                                epoch,
                                salt,
                                Secret.concat(old.content(), oldHistory)))
                .array();
    }

    /// Opens a link of a mint; empty where it is not this mint's. Where its second half does not
    /// open, the first is worth something all the same: the authority plane can be verified.
    ///
    /// @param authority the mint's authority key
    /// @param historyKey its history key, null for whom history was not granted
    public static Optional<Opened> open(
            byte[] link, Secret authority, @Nullable Secret historyKey, byte[] salt) {
        if (link.length != BYTES) {
            return Optional.empty();
        }
        Hash epoch = Hash.of(Arrays.copyOf(link, Hash.BYTES));
        int authorityEnd = Hash.BYTES + AUTHORITY_BYTES;
        byte[] first = Arrays.copyOfRange(link, Hash.BYTES, authorityEnd);
        byte[] second = Arrays.copyOfRange(link, authorityEnd, BYTES);
        Optional<Secret> old = openOne(authority, AUTHORITY, epoch, salt, first);
        if (old.isEmpty() || historyKey == null) {
            return old.map(key -> new Opened(epoch, key, null, null));
        }
        Opened authorityOnly = new Opened(epoch, old.get(), null, null);
        return Optional.of(
                openOne(historyKey, HISTORY, epoch, salt, second)
                        .map(both -> opened(epoch, old.get(), both))
                        .orElse(authorityOnly));
    }

    private static Opened opened(Hash epoch, Secret authority, Secret both) {
        int half = EpochKeys.SECRET_BYTES;
        Secret history = both.slice(half, 2 * half);
        boolean none = history.equals(Secret.copyOf(new byte[half]));
        return new Opened(epoch, authority, both.slice(0, half), none ? null : history);
    }

    private static byte[] sealOne(
            Secret under, Label label, Hash epoch, byte[] salt, Secret plain) {
        byte[] exposed = plain.expose();
        try (Secret keys = keys(under, label, epoch, salt)) {
            return Aead.seal(key(keys), nonce(keys), epoch.bytes(), exposed);
        } finally {
            Arrays.fill(exposed, (byte) 0);
        }
    }

    private static Optional<Secret> openOne(
            Secret under, Label label, Hash epoch, byte[] salt, byte[] sealed) {
        try (Secret keys = keys(under, label, epoch, salt)) {
            return Aead.open(key(keys), nonce(keys), epoch.bytes(), sealed).map(Secret::copyOf);
        }
    }

    private static Secret keys(Secret under, Label label, Hash epoch, byte[] salt) {
        int length = Aead.KEY_BYTES + Aead.NONCE_BYTES;
        return Kdf.hkdfSha256(under, salt, label, epoch.bytes(), length);
    }

    private static Secret key(Secret keys) {
        return keys.slice(0, Aead.KEY_BYTES);
    }

    private static byte[] nonce(Secret keys) {
        return keys.slice(Aead.KEY_BYTES, keys.length()).expose();
    }
}
