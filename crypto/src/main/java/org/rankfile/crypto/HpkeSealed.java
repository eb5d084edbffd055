// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

/// What HPKE made: the encapsulated key (1,120 bytes for X-Wing) and the ciphertext with its tag.
///
/// The arrays are not copied: whoever holds the record does not change them.
public record HpkeSealed(byte[] enc, byte[] ct) {
    /// The length of an encapsulated key in bytes.
    public static final int ENC_BYTES = 1120;
}
