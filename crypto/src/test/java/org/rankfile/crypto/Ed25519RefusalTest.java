// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.testkit.SeededRandom;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// CR-5, CR-6: one verifier, and what it must not accept.
class Ed25519RefusalTest {
    private static final BigInteger L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void aKeyOfSmallOrderIsRefused(String key) {
        assertThat(VerifyKey.of(HexFormat.of().parseHex(key))).isEmpty();
    }

    /// The same points and others with y written as y + p.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aKeyThatIsNotCanonicalIsRefused(String key) {
        assertThat(VerifyKey.of(HexFormat.of().parseHex(key))).isEmpty();
    }

    @Test
    void aSignatureWhoseScalarIsNotReducedIsRefused() {
        SigningKey key = SigningKey.generate(new SeededRandom(3));
        byte[] message = {1};
        byte[] signature = key.signForeign(message).bytes();
        BigInteger scalar = littleEndian(signature, 32).add(L);
        for (int i = 0; i < 32; i++) {
            signature[32 + i] = scalar.shiftRight(8 * i).byteValue();
        }

        assertThat(key.verifyKey().verifyForeign(Signature.of(signature).orElseThrow(), message))
                .isFalse();
    }

    @Test
    void aSignatureWithAPointOfSmallOrderIsRefused() {
        SigningKey key = SigningKey.generate(new SeededRandom(4));
        byte[] signature = new byte[64];
        signature[0] = 1;

        assertThat(key.verifyKey().verifyForeign(Signature.of(signature).orElseThrow(), signature))
                .isFalse();
    }

    /// Who knows the secret can make the equation hold with R as the neutral element, whatever its
    /// encoding.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void noEncodingOfTheNeutralElementIsTheStartOfASignature(String neutral) throws Exception {
        SigningKey key = SigningKey.generate(new SeededRandom(6));
        byte[] message = {7};
        byte[] point = HexFormat.of().parseHex(neutral);
        byte[] hashed = MessageDigest.getInstance("SHA-512").digest(key.seed().expose());
        hashed[0] &= (byte) 0xf8;
        hashed[31] &= 0x7f;
        hashed[31] |= 0x40;
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        sha512.update(point);
        sha512.update(key.verifyKey().bytes());
        byte[] digest = sha512.digest(message);
        BigInteger challenge =
                littleEndian(digest, 32).shiftLeft(256).add(littleEndian(digest, 0)).mod(L);
        BigInteger scalar = challenge.multiply(littleEndian(hashed, 0)).mod(L);
        byte[] signature = Arrays.copyOf(point, 64);
        for (int i = 0; i < 32; i++) {
            signature[32 + i] = scalar.shiftRight(8 * i).byteValue();
        }

        assertThat(key.verifyKey().verifyForeign(Signature.of(signature).orElseThrow(), message))
                .isFalse();
    }

    @Test
    void everyFlippedBitOfASignatureIsRefused() {
        SigningKey key = SigningKey.generate(new SeededRandom(5));
        byte[] message = {1, 2, 3};
        byte[] signature = key.signForeign(message).bytes();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.verifyKey().verifyForeign(Signature.of(flipped).orElseThrow(), message))
                    .isFalse();
        }
    }

    private static BigInteger littleEndian(byte[] bytes, int from) {
        byte[] reversed = new byte[32];
        for (int i = 0; i < 32; i++) {
            reversed[31 - i] = bytes[from + i];
        }
        return new BigInteger(1, reversed);
    }
}
