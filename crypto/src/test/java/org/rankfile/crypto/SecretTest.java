// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

/// CR-3: the one type for secret bytes.
class SecretTest {
    private final SeededRandom random = new SeededRandom(1);

    @Test
    void neverPrintsItsBytes() {
        assertThat(Secret.copyOf(new byte[] {1, 2, 3})).hasToString("Secret(3 bytes)");
        assertThat(SigningKey.generate(random)).hasToString("SigningKey");
        assertThat(PreKey.generate(random)).hasToString("PreKey");
        assertThat(DhKey.generate(random)).hasToString("DhKey");
    }

    @Test
    void isEqualByLengthAndBytes() {
        Secret secret = Secret.copyOf(new byte[] {1, 2, 3});
        assertThat(secret).isEqualTo(Secret.copyOf(new byte[] {1, 2, 3}));
        assertThat(secret).isNotEqualTo(Secret.copyOf(new byte[] {1, 2}));
        assertThat(secret).isNotEqualTo(Secret.copyOf(new byte[] {1, 2, 3, 4}));
    }

    @Test
    void copiesOnTheWayInAndOut() {
        byte[] own = {1, 2, 3};
        Secret secret = Secret.copyOf(own);
        own[0] = 9;
        secret.expose()[1] = 9;
        assertThat(secret.expose()).containsExactly(1, 2, 3);
    }

    @Test
    void cannotBeUsedOnceWiped() {
        Secret secret = Secret.random(32, random);
        secret.close();
        assertThatThrownBy(secret::expose).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.slice(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void slicesAndJoins() {
        Secret secret = Secret.copyOf(new byte[] {1, 2, 3, 4});
        assertThat(Secret.concat(secret.slice(2, 4), secret.slice(0, 2)).expose())
                .containsExactly(3, 4, 1, 2);
        assertThatThrownBy(() -> secret.slice(3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
