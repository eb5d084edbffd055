// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

import java.util.Arrays;
import java.util.Optional;

/// HPKE base mode (RFC 9180) with X-Wing (KEM 0x647a), HKDF-SHA-256 and ChaCha20-Poly1305.
public final class XWingHpke {
    /// What one encapsulation draws: 32 bytes for ML-KEM-768 and 32 for X25519.
    public static final int ENCAPSULATION_RANDOM_BYTES = 64;

    private static final int ENC_BYTES = 1120;
    private static final int TAG_BYTES = 16;

    private XWingHpke() {}

    /// The 1,216-byte public key of a 32-byte decapsulation key.
    public static byte[] publicKey(byte[] seed) {
        return privateKey(seed).getPublicKeyParameters().getEncoded();
    }

    /// Whether the 1,216 bytes are a public key: the ML-KEM half is checked as FIPS 203 asks.
    public static boolean isPublicKey(byte[] bytes) {
        for (int i = 0; i < 1152; i += 3) {
            int low = (bytes[i] & 0xff) | ((bytes[i + 1] & 0x0f) << 8);
            int high = ((bytes[i + 1] & 0xf0) >> 4) | ((bytes[i + 2] & 0xff) << 4);
            if (low >= 3329 || high >= 3329) {
                return false;
            }
        }
        return true;
    }

    /// The encapsulated key and the ciphertext.
    public static byte[][] seal(
            byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext, byte[] randomness) {
        AsymmetricKeyParameter key = new XWingPublicKeyParameters(publicKey);
        HPKEContextWithEncapsulation context = hpke().setupBaseS(key, info, randomness);
        try {
            return new byte[][] {context.getEncapsulation(), context.seal(aad, plaintext)};
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /// The plaintext, or empty where it was not sealed to this key with this info and aad.
    public static Optional<byte[]> open(
            byte[] seed, byte[] info, byte[] aad, byte[] enc, byte[] ct) {
        if (enc.length != ENC_BYTES || ct.length < TAG_BYTES) {
            return Optional.empty();
        }
        XWingPrivateKeyParameters key = privateKey(seed);
        AsymmetricCipherKeyPair pair =
                new AsymmetricCipherKeyPair(key.getPublicKeyParameters(), key);
        try {
            return Optional.of(hpke().setupBaseR(enc, pair, info).open(aad, ct));
        } catch (InvalidCipherTextException forged) {
            return Optional.empty();
        }
    }

    private static XWingPrivateKeyParameters privateKey(byte[] seed) {
        return new XWingPrivateKeyParameters(Arrays.copyOf(seed, seed.length));
    }

    private static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
