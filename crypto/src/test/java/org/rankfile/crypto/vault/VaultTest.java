// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// VA-1, VA-2, VA-3, VA-4, VA-5, VA-6.
class VaultTest {
    private static final Secret PASSPHRASE = Secret.copyOf("five words and a cat".getBytes(UTF_8));

    private final SeededRandom random = new SeededRandom(11);
    private final Secret contents = Secret.random(64, random);
    private final byte[] file = Vault.seal(PASSPHRASE, contents, VaultCost.LEAST, random);

    @Test
    void opensWithItsPassphrase() {
        assertThat(Vault.open(file, PASSPHRASE)).isEqualTo(new VaultOutcome.Opened(contents));
    }

    @Test
    void aWrongPassphraseIsToldFromDamage() {
        Secret wrong = Secret.copyOf("five words and a dog".getBytes(UTF_8));
        assertThat(Vault.open(file, wrong)).isEqualTo(new VaultOutcome.WrongPassphrase());
    }

    @Test
    void everyFlippedBitIsDamage() {
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Vault.open(flipped, PASSPHRASE)).isInstanceOf(VaultOutcome.Damaged.class);
        }
    }

    @Test
    void everyCutIsDamage() {
        for (int length = 0; length < file.length; length++) {
            assertThat(Vault.open(Arrays.copyOf(file, length), PASSPHRASE))
                    .isInstanceOf(VaultOutcome.Damaged.class);
        }
    }

    @Test
    void whateverTheFileHoldsNothingIsThrown() {
        for (int i = 0; i < 5_000; i++) {
            byte[] changed = Gen.mutate(random, file);
            if (!Arrays.equals(changed, file)) {
                assertThat(Vault.open(changed, PASSPHRASE))
                        .isInstanceOf(VaultOutcome.Damaged.class);
            }
        }
    }

    @Test
    void aLaterVersionIsNotCalledDamaged() {
        byte[] later = file.clone();
        later[8] = 2;
        assertThat(Vault.open(withChecksum(later), PASSPHRASE))
                .isEqualTo(new VaultOutcome.TooNew());
    }

    @Test
    void aCostThatWouldEatTheMemoryIsRefusedBeforeItIsPaid() {
        byte[] greedy = file.clone();
        ByteBuffer.wrap(greedy).putInt(9, Integer.MAX_VALUE);
        assertThat(Vault.open(withChecksum(greedy), PASSPHRASE))
                .isEqualTo(new VaultOutcome.Damaged(VaultOutcome.Where.COST));
    }

    @Test
    void aHeaderThatSomebodyChangedOnPurposeDoesNotOpen() {
        byte[] cheaper = file.clone();
        cheaper[13] = 2;
        assertThat(Vault.open(withChecksum(cheaper), PASSPHRASE))
                .isEqualTo(new VaultOutcome.WrongPassphrase());
        byte[] forged = file.clone();
        forged[90] ^= 1;
        assertThat(Vault.open(withChecksum(forged), PASSPHRASE))
                .isEqualTo(new VaultOutcome.Damaged(VaultOutcome.Where.CONTENTS));
    }

    @Test
    void twoVaultsOfTheSameHaveNothingInCommon() {
        byte[] other = Vault.seal(PASSPHRASE, contents, VaultCost.LEAST, random);
        assertThat(Arrays.copyOfRange(other, 15, other.length))
                .isNotEqualTo(Arrays.copyOfRange(file, 15, file.length));
    }

    @Test
    void holdsAtMost64Kib() {
        Secret most = Secret.random(Vault.MAX_CONTENTS_BYTES, random);
        byte[] full = Vault.seal(PASSPHRASE, most, VaultCost.LEAST, random);
        assertThat(Vault.open(full, PASSPHRASE)).isEqualTo(new VaultOutcome.Opened(most));
        Secret over = Secret.random(Vault.MAX_CONTENTS_BYTES + 1, random);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vault.seal(PASSPHRASE, over, VaultCost.LEAST, random));
    }

    private static byte[] withChecksum(byte[] changed) {
        byte[] body = Arrays.copyOf(changed, changed.length - 32);
        byte[] sum = Hash.sha256(new Label("rankfile/vault-checksum/1"), body).bytes();
        System.arraycopy(sum, 0, changed, body.length, 32);
        return changed;
    }
}
