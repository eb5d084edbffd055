// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The short hash by which people and ballots name a text: 43 characters of Base64 (RFC 4648,
/// without padding) of its SHA-256.
public final class Fingerprint {
    /// The length in characters.
    public static final int CHARS = 43;

    private Fingerprint() {}

    static String of(byte[] text) {
        return Base64.getEncoder().withoutPadding().encodeToString(Hash.sha256Plain(text).bytes());
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
