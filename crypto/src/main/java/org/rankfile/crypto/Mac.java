// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.security.GeneralSecurityException;

import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 (RFC 2104).
public final class Mac {
    private static final String ALGORITHM = "HmacSHA256";

    private Mac() {}

    /// The code over the label and the parts, one after the other.
    public static Hash hmacSha256(Secret key, Label label, byte[]... parts) {
        return Hash.of(plain(key.view(), label.before(parts)));
    }

    static byte[] plain(byte[] key, byte[] message) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance(ALGORITHM);
            // The JDK refuses an empty key, which HKDF allows; HMAC pads with zeros either way.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
        }
    }
}
