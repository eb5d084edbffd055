// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

class RoundTripTest {
    private static final Label LABEL = new Label("rankfile/test/1");

    private final SeededRandom random = new SeededRandom(1);

    @Test
    void whatIsSealedToAPreKeyOpensThereAndNowhereElse() {
        PreKey key = PreKey.generate(random);
        byte[] context = {1, 2};
        HpkeSealed sealed =
                key.publicKey().seal(LABEL, context, new byte[0], "hi".getBytes(UTF_8), random);

        assertThat(sealed.enc()).hasSize(HpkeSealed.ENC_BYTES);
        assertThat(PreKeyPublic.of(key.publicKey().bytes())).contains(key.publicKey());
        assertThat(PreKey.fromSeed(key.seed()).open(LABEL, context, new byte[0], sealed))
                .hasValueSatisfying(plain -> assertThat(plain).isEqualTo("hi".getBytes(UTF_8)));
        assertThat(key.open(LABEL, new byte[] {1}, new byte[0], sealed)).isEmpty();
        assertThat(key.open(LABEL, context, new byte[] {9}, sealed)).isEmpty();
        assertThat(PreKey.generate(random).open(LABEL, context, new byte[0], sealed)).isEmpty();
    }

    @Test
    void aSignatureHoldsForItsLabelKeyAndMessageOnly() {
        SigningKey key = SigningKey.generate(random);
        byte[] message = {1, 2, 3};
        Signature signature = key.sign(LABEL, message);

        assertThat(key.verifyKey().verify(LABEL, signature, message)).isTrue();
        assertThat(key.verifyKey().verify(new Label("rankfile/test/2"), signature, message))
                .isFalse();
        assertThat(key.verifyKey().verify(LABEL, signature, new byte[] {1, 2})).isFalse();
        assertThat(SigningKey.generate(random).verifyKey().verify(LABEL, signature, message))
                .isFalse();
    }

    /// CR-7.
    @Test
    void twoDhKeysAgree() {
        DhKey one = DhKey.generate(random);
        DhKey two = DhKey.generate(random);

        assertThat(one.agree(two.publicKey())).isEqualTo(two.agree(one.publicKey()));
        assertThat(one.agree(DhPublic.of(new byte[32]))).isEmpty();
    }

    /// CR-8.
    @Test
    void aPreKeyWithACoefficientOutOfRangeIsRefused() {
        byte[] key = PreKey.generate(random).publicKey().bytes();
        key[300] = (byte) 0xff;
        key[301] = (byte) 0xff;

        assertThat(PreKeyPublic.of(key)).isEmpty();
        assertThat(PreKeyPublic.of(new byte[10])).isEmpty();
    }
}
