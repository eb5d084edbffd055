// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.PeerId;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class InvitationTextTest {

    private static final Instant EXPIRES = Instant.parse("2026-12-01T12:00:00Z");

    static Invitation invitation(int addresses, Random random) {
        List<Multiaddr> all = new ArrayList<>();
        for (int i = 0; i < addresses; i++) {
            all.add(Multiaddr.of("/ip4/192.0.2." + (i + 1) + "/tcp/" + (4001 + i)));
        }
        PeerId inviter = PeerId.of(SigningKey.generate(random).verifyKey());
        return new Invitation(inviter, all, Secret.random(16, random), EXPIRES);
    }

    @Test
    @DisplayName("JOIN-1: the text is one word that reads back as the same invitation")
    void textReadsBack() {
        for (int i = 0; i <= Invitation.ADDRESSES; i++) {
            Invitation invitation = invitation(i, new Random(i));
            String text = invitation.text();
            assertThat(text).matches("rfinvite1[a-z2-7]+");
            assertThat(InvitationText.read(text)).isEqualTo(new InvitationText.Good(invitation));
        }
    }

    @Test
    @DisplayName("JOIN-2: case, line breaks and a file's line end do not matter")
    void mailMayBreakIt() {
        Invitation invitation = invitation(2, new Random(1));
        String text = invitation.text().toUpperCase(Locale.ROOT);
        String broken = "  " + text.substring(0, 40) + "\r\n\t" + text.substring(40) + "\n";
        assertThat(InvitationText.read(broken)).isEqualTo(new InvitationText.Good(invitation));
    }

    @Test
    @DisplayName("JOIN-3: every single wrong, missing or swapped letter is called a typing error")
    void typingErrors() {
        String text = invitation(2, new Random(1)).text();
        Random random = new Random(2);
        for (int at = "rfinvite1".length(); at < text.length(); at++) {
            char wrong = "abcdefghijklmnopqrstuvwxyz234567".charAt(random.nextInt(32));
            String changed = text.substring(0, at) + wrong + text.substring(at + 1);
            if (!changed.equals(text)) {
                assertThat(InvitationText.read(changed)).isEqualTo(new InvitationText.Mistyped());
            }
            String shorter = text.substring(0, at) + text.substring(at + 1);
            assertThat(InvitationText.read(shorter)).isEqualTo(new InvitationText.Mistyped());
        }
        assertThat(InvitationText.read(text.replace('a', '1')))
                .isEqualTo(new InvitationText.Mistyped());
        assertThat(InvitationText.read(text + "a")).isEqualTo(new InvitationText.Mistyped());
    }

    @Test
    @DisplayName("JOIN-4: something else and a later version are called what they are")
    void otherTexts() {
        String text = invitation(1, new Random(1)).text();
        assertThat(InvitationText.read(text.replace("rfinvite1", "rfinvite2")))
                .isEqualTo(new InvitationText.TooNew());
        for (String other : List.of("", "rfinvite", "hello", "https://example.org", "\0")) {
            assertThat(InvitationText.read(other)).isEqualTo(new InvitationText.NotAnInvitation());
        }
        assertThat(InvitationText.read("rfinvite1".repeat(2000)))
                .isEqualTo(new InvitationText.NotAnInvitation());
    }

    @Test
    @DisplayName("JOIN-3: random changes are refused without an exception")
    void randomTexts() {
        Random random = new Random(4);
        String text = invitation(3, random).text();
        for (int i = 0; i < 5000; i++) {
            StringBuilder changed = new StringBuilder(text);
            for (int j = random.nextInt(4); j >= 0; j--) {
                changed.setCharAt(
                        9 + random.nextInt(text.length() - 9), (char) (33 + random.nextInt(100)));
            }
            String candidate = changed.toString();
            if (!candidate.toLowerCase(Locale.ROOT).equals(text)) {
                assertThat(InvitationText.read(candidate))
                        .isNotInstanceOf(InvitationText.Good.class);
            }
        }
    }

    @Test
    @DisplayName("JOIN-1: the vectors of docs/spec/vectors/invitations.json")
    void publishedVectors() throws IOException {
        Path file =
                Path.of(System.getProperty("rankfile.root"), "docs/spec/vectors/invitations.json");
        for (JsonNode vector : new ObjectMapper().readTree(file.toFile()).get("texts")) {
            InvitationText read = InvitationText.read(vector.get("text").asText());
            assertThat(read.getClass().getSimpleName())
                    .as(vector.get("what").asText())
                    .isEqualTo(vector.get("reading").asText());
            if (read instanceof InvitationText.Good(Invitation good)) {
                assertThat(good.text()).isEqualTo(vector.get("text").asText());
                assertThat(good.id()).isEqualTo(vector.get("id").asText());
                assertThat(good.expires()).isEqualTo(vector.get("expires").asText());
                assertThat(good.addresses().stream().map(Multiaddr::toString).toList())
                        .containsExactly(vector.get("address").asText());
            }
        }
    }

    @Test
    @DisplayName("JOIN-5: neither the name of the local, nor a role, nor the network key is in it")
    void theKeyIsDerivedAndOneTime() {
        Invitation one = invitation(1, new Random(1));
        Invitation other = invitation(1, new Random(2));
        assertThat(one.networkKey()).isNotEqualTo(other.networkKey());
        assertThat(one.networkKey().secret()).isNotEqualTo(one.proofKey());
        assertThat(one.toString()).doesNotContain("Secret").doesNotContain("192.0.2");
    }

    @Test
    @DisplayName("JOIN-6: it expires to the millisecond")
    void expiry() {
        Invitation invitation = invitation(1, new Random(1));
        assertThat(invitation.isExpired(EXPIRES.minusMillis(1))).isFalse();
        assertThat(invitation.isExpired(EXPIRES)).isTrue();
        assertThat(invitation.timeLeft(EXPIRES.minusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(invitation.timeLeft(EXPIRES.plusSeconds(1))).isZero();
    }

    @Test
    void limitsAreKept() {
        Random random = new Random(1);
        assertThatThrownBy(() -> invitation(Invitation.ADDRESSES + 1, random))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
