// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;

/// What is fixed before a ballot opens.
class NoticeTest {
    private final SeededRandom random = new SeededRandom(5);
    private final SigningKey convenor = SigningKey.generate(random);
    private final Hash hash = Hash.of(random.bytes(Hash.BYTES));
    private final Notice notice = notice(3, new Times(10, 20, Times.USUAL_GRACE), false);

    private Notice notice(int threshold, Times times, boolean rehearsal) {
        return new Notice(
                "Strike «vote»",
                "Invented",
                List.of(new Question("Strike?", List.of("Sí", "No"), true, 1, 1)),
                hash,
                hash,
                20,
                new Officers(convenor.verifyKey(), keys(2), keys(4), threshold, keys(3)),
                times,
                rehearsal);
    }

    private List<VerifyKey> keys(int count) {
        List<VerifyKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(SigningKey.generate(random).verifyKey());
        }
        return keys;
    }

    @Test
    @DisplayName(
            "NOTICE-1: a notice is read as it was written, and bound into the election's terms")
    void aNoticeIsReadAsItWasWritten() throws Exception {
        assertThat(Notice.read(notice.bytes())).isEqualTo(notice);
        assertThat(notice.uuid()).hasSize(22).isEqualTo(notice.terms().uuid());
        assertThat(notice.terms().name()).isEqualTo("Strike «vote»");
        assertThat(notice.terms().description()).endsWith("\nrules-sha256:" + hash.hex());
        Notice rehearsal = notice(3, new Times(10, 20, 0), true);
        assertThat(rehearsal.terms().name()).startsWith("REHEARSAL: ");
    }

    @Test
    @DisplayName(
            "NOTICE-2: whatever is changed in a notice gives another election and no signature")
    void anyChangeGivesAnotherElection() {
        Signature signature = notice.sign(convenor);
        assertThat(notice.isSignedBy(convenor.verifyKey(), signature)).isTrue();
        byte[] bytes = notice.bytes();
        int readable = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                Notice other = Notice.read(changed);
                assertThat(other.uuid()).isNotEqualTo(notice.uuid());
                assertThat(other.isSignedBy(convenor.verifyKey(), signature)).isFalse();
                readable++;
            } catch (Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
        assertThat(readable).isPositive();
    }

    @Test
    @DisplayName("NOTICE-3: times and numbers that break a promise are refused")
    void whatCannotBeIsRefused() {
        Times rehearsal = new Times(10, 20, 11);
        Times hasty = new Times(10, 20, 60);
        Times usual = new Times(10, 20, Times.USUAL_GRACE);
        assertRefused(() -> notice(3, rehearsal, true));
        assertRefused(() -> notice(3, hasty, false));
        assertRefused(() -> notice(1, usual, false));
        assertRefused(() -> notice(5, usual, false));
        assertRefused(() -> new Times(20, 20, 0));
    }

    private static void assertRefused(Runnable making) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(making::run);
    }
}
