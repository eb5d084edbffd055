// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.group;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Secret;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The secrets of one epoch: what seals the content plane, what seals the authority plane, and what
/// opens the epochs before.
///
/// @param content seals content ops
/// @param authority seals authority ops
/// @param history opens the content of earlier epochs; null for whom no history was granted
public record EpochKeys(Secret content, Secret authority, @Nullable Secret history) {
    /// The length of each, in bytes.
    public static final int SECRET_BYTES = 32;

    static final int BYTES = 3 * SECRET_BYTES;

    public EpochKeys {
        if (content.length() != SECRET_BYTES
                || authority.length() != SECRET_BYTES
                || (history != null && history.length() != SECRET_BYTES)) {
            throw new IllegalArgumentException("an epoch's secrets have 32 bytes each");
        }
    }

    /// Fresh keys, history included.
    public static EpochKeys generate(RandomGenerator random) {
        return new EpochKeys(
                Secret.random(SECRET_BYTES, random),
                Secret.random(SECRET_BYTES, random),
                Secret.random(SECRET_BYTES, random));
    }

    /// The same without the history key.
    public EpochKeys withoutHistory() {
        return new EpochKeys(content, authority, null);
    }

    /// 96 bytes: content, authority, history; zeros for a history that is not granted, so that a
    /// wrap's length tells nothing (KEY-3).
    public Secret bytes() {
        Secret last = history == null ? Secret.copyOf(new byte[SECRET_BYTES]) : history;
        return Secret.concat(content, authority, last);
    }

    /// The keys of 96 bytes; empty for another length.
    public static Optional<EpochKeys> of(Secret bytes) {
        if (bytes.length() != BYTES) {
            return Optional.empty();
        }
        Secret history = bytes.slice(2 * SECRET_BYTES, BYTES);
        boolean granted = !history.equals(Secret.copyOf(new byte[SECRET_BYTES]));
        return Optional.of(
                new EpochKeys(
                        bytes.slice(0, SECRET_BYTES),
                        bytes.slice(SECRET_BYTES, 2 * SECRET_BYTES),
                        granted ? history : null));
    }
}
