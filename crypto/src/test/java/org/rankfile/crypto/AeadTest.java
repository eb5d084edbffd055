// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

/// CR-4: sealing.
class AeadTest {
    private final SeededRandom random = new SeededRandom(2);
    private final Secret key = Secret.random(32, random);
    private final byte[] nonce = random.bytes(12);

    @Test
    void whateverIsChangedDoesNotOpen() {
        byte[] aad = random.bytes(20);
        byte[] sealed = Aead.seal(key, nonce, aad, random.bytes(100));
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = Gen.mutate(random, sealed);
            if (!java.util.Arrays.equals(changed, sealed)) {
                assertThat(Aead.open(key, nonce, aad, changed)).isEmpty();
            }
        }
        assertThat(Aead.open(key, nonce, random.bytes(20), sealed)).isEmpty();
        assertThat(Aead.open(key, random.bytes(12), aad, sealed)).isEmpty();
        assertThat(Aead.open(Secret.random(32, random), nonce, aad, sealed)).isEmpty();
    }

    @Test
    void theSameBytesOpenTwice() {
        byte[] sealed = Aead.seal(key, nonce, new byte[0], new byte[0]);
        assertThat(sealed).hasSize(Aead.TAG_BYTES);
        assertThat(Aead.open(key, nonce, new byte[0], sealed)).isPresent();
        assertThat(Aead.open(key, nonce, new byte[0], sealed)).isPresent();
    }

    @Test
    void aKeyOfAnotherLengthIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Aead.seal(Secret.random(16, random), nonce, new byte[0], new byte[0]));
    }
}
