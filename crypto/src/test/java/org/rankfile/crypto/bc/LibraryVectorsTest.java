// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.prng.FixedSecureRandom;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Earlier versions of the library derived another X-Wing secret: this keeps the floor.
class LibraryVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /// draft-connolly-cfrg-xwing-kem, appendix of test vectors: seed, eseed, shared secret.
    @ParameterizedTest
    @CsvSource({
        "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26,"
                + "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
                + "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2,"
                + "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384",
        "badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea,"
                + "17cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f167a580b14aabdef"
                + "aee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32d,"
                + "f2e86241c64d60f6649fbc6c5b7d17180b780a3f34355e64a85749949c45f150"
    })
    void xWingGivesThePublishedSecrets(String seed, String randomness, String shared) {
        byte[] publicKey = XWingHpke.publicKey(HEX.parseHex(seed));
        SecretWithEncapsulation made =
                new XWingKEMGenerator(new FixedSecureRandom(HEX.parseHex(randomness)))
                        .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
        byte[] opened =
                new XWingKEMExtractor(new XWingPrivateKeyParameters(HEX.parseHex(seed)))
                        .extractSecret(made.getEncapsulation());

        assertThat(HEX.formatHex(made.getSecret())).isEqualTo(shared);
        assertThat(HEX.formatHex(opened)).isEqualTo(shared);
    }

    @Test
    void xWingGivesThePublishedPublicKey() throws NoSuchAlgorithmException {
        byte[] publicKey =
                XWingHpke.publicKey(
                        HEX.parseHex(
                                "7f9c2ba4e88f827d616045507605853e"
                                        + "d73b8093f6efbc88eb1a6eacfa66ef26"));

        assertThat(HEX.formatHex(MessageDigest.getInstance("SHA3-256").digest(publicKey)))
                .isEqualTo("5121745904643ad9dfacca7869292c19a8a69533b53e60666b7db910b4ad6367");
    }

    /// test.c of the reference implementation: version 0x13, t=2, m=2^16, p=1.
    @Test
    void argon2idGivesTheReferenceValue() {
        byte[] key =
                Argon2id.derive(
                        "password".getBytes(UTF_8),
                        "somesalt".getBytes(UTF_8),
                        new int[] {1 << 16, 2, 1},
                        32);

        assertThat(HEX.formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }
}
