// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRefusal;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class JoinTamperingTest {

    private final JoinFixture local = new JoinFixture();

    @Test
    @DisplayName("JOIN-7: a transcript tampered with at any message admits nobody")
    void anyChangedMessageIsNoticed() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int changed = i % 4;
            JoinFixture.Connection c = local.connect(local.issue(), local.device(), "Ana");
            run(c, changed, random);
            assertThat(c.joiner().status()).isNotInstanceOf(JoinerStatus.Admitted.class);
            assertThat(c.host().status()).isNotInstanceOf(InviterStatus.Done.class);
        }
    }

    /// Request, challenge, answer, admission: one of them is changed on its way.
    private void run(JoinFixture.Connection c, int changed, Random random) {
        List<byte[]> toHost = c.joiner().start();
        List<byte[]> toJoiner = c.host().receive(flip(toHost, changed == 0, random), c.now());
        if (toJoiner.isEmpty()) {
            return;
        }
        toHost = c.joiner().receive(flip(toJoiner, changed == 1, random));
        if (toHost.isEmpty()) {
            return;
        }
        c.host().receive(flip(toHost, changed == 2, random), c.now());
        if (c.host().status() instanceof InviterStatus.Waiting) {
            toJoiner = c.host().approve(local.network, JoinFixture.HANDOVER, c.now());
            toHost = c.joiner().receive(flip(toJoiner, changed == 3, random));
            toHost.forEach(message -> c.host().receive(message, c.now()));
        }
    }

    private static byte[] flip(List<byte[]> messages, boolean really, Random random) {
        byte[] bytes = messages.getFirst().clone();
        if (really) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    @Test
    @DisplayName("JOIN-8: messages are read strictly, whatever comes, and one encoding is accepted")
    void messagesAreReadStrictly() {
        Random random = new Random(6);
        Device device = local.device();
        JoinFixture.Connection whole = local.connect(local.issue(), device, "Ana").prove();
        whole.approve(local.network);
        List<byte[]> said = whole.said();
        assertThat(said).extracting(message -> (int) message[0]).containsExactly(1, 2, 3, 4, 5);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = mutate(said.get(i % said.size()), random);
            try {
                JoinMessage message = JoinMessage.decode(bytes, device.keys().peer());
                if (!(message instanceof JoinMessage.Refusal)) {
                    assertThat(JoinMessage.encode(message)).isEqualTo(bytes);
                }
            } catch (JoinFault fault) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2000);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(4) == 0 ? 0 : random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(changed, at);
            case 1 -> Arrays.copyOf(changed, bytes.length + 1 + random.nextInt(300));
            default -> {
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
        };
    }

    @Test
    @DisplayName("JOIN-10: a stranger's large message is refused unread")
    void largeMessages() {
        JoinFixture.Connection c = local.connect(local.issue(), local.device(), "Ana");
        c.host().receive(new byte[JoinLimits.JOINER_MESSAGE_BYTES + 1], c.now());
        assertThat(c.host().status())
                .isEqualTo(new InviterStatus.Refused(JoinRefusal.BAD_MESSAGE, false));
    }

    @Test
    @DisplayName("JOIN-12: messages out of turn are refused, and a finished session stays silent")
    void outOfTurn() {
        Invitation invitation = local.issue();
        JoinFixture.Connection c = local.connect(invitation, local.device(), "Ana").prove();
        byte[] request = c.said().getFirst();
        c.host().receive(request, c.now());
        assertThat(c.host().status())
                .isEqualTo(new InviterStatus.Refused(JoinRefusal.BAD_MESSAGE, false));
        assertThat(c.host().receive(request, c.now())).isEmpty();
        JoinFixture.Connection d = local.connect(invitation, local.device(), "Bo");
        byte[] early = JoinMessage.encode(new JoinMessage.Received());
        d.host().receive(early, d.now());
        assertThat(d.host().status()).isInstanceOf(InviterStatus.Refused.class);
    }

    @Test
    @DisplayName("JOIN-30: reasons survive the wire, and one to come is still a refusal")
    void reasons() throws JoinFault {
        for (JoinRefusal reason : JoinRefusal.values()) {
            byte[] bytes = JoinMessage.encode(new JoinMessage.Refusal(reason));
            assertThat(JoinMessage.decode(bytes, local.inviter))
                    .isEqualTo(new JoinMessage.Refusal(reason));
        }
        assertThat(JoinMessage.decode(new byte[] {6, 99}, local.inviter))
                .isEqualTo(new JoinMessage.Refusal(JoinRefusal.BAD_MESSAGE));
    }
}
