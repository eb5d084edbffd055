// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRefusal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class JoinTest {

    private final JoinFixture local = new JoinFixture();

    @Test
    @DisplayName("JOIN-16, JOIN-18: proven, compared, approved, handed over, closed")
    void aJoinFromBeginningToEnd() {
        Device device = local.device();
        JoinFixture.Connection c = local.connect(local.issue(), device, "Ana García").prove();
        InviterStatus.Waiting waiting = c.waiting();
        assertThat(waiting.name()).isEqualTo("Ana García");
        assertThat(waiting.keys().signing()).isEqualTo(device.signing().verifyKey());
        assertThat(waiting.keys().areProven()).isTrue();
        assertThat(waiting.invitation().role()).isEqualTo("steward");
        assertThat(c.joiner().status())
                .as("both screens show the same words")
                .isEqualTo(new JoinerStatus.Waiting(waiting.words()));
        c.approve(local.network);
        JoinerStatus.Admitted admitted = (JoinerStatus.Admitted) c.joiner().status();
        assertThat(admitted.networkKey()).isEqualTo(local.network);
        assertThat(admitted.handover()).hasSize(2);
        assertThat(admitted.handover().get(0)).isEqualTo(JoinFixture.HANDOVER.get(0));
        assertThat(c.host().status()).isEqualTo(new InviterStatus.Done(waiting.keys()));
        assertThat(local.stored.getLast().state()).isEqualTo(Issued.State.CLOSED);
        assertThat(local.book.openNetworks(JoinFixture.NOW)).isEmpty();
    }

    @Test
    @DisplayName(
            "JOIN-20: an invitation used twice is refused, while the first waits and afterwards")
    void invitationUsedTwice() {
        Invitation invitation = local.issue();
        JoinFixture.Connection first = local.connect(invitation, local.device(), "Ana").prove();
        JoinFixture.Connection thief = local.connect(invitation, local.device(), "Ana").prove();
        assertRefused(thief, JoinRefusal.ALREADY_USED);
        first.approve(local.network);
        JoinFixture.Connection late = local.connect(invitation, local.device(), "Bo").prove();
        assertRefused(late, JoinRefusal.ALREADY_USED);
    }

    @Test
    @DisplayName("JOIN-20: of two that prove at the same time the first to finish is the only one")
    void twoAtTheSameTime() {
        Invitation invitation = local.issue();
        JoinFixture.Connection a = local.connect(invitation, local.device(), "Ana");
        JoinFixture.Connection b = local.connect(invitation, local.device(), "Bo");
        List<byte[]> challengeA = a.host().receive(a.joiner().start().getFirst(), a.now());
        List<byte[]> challengeB = b.host().receive(b.joiner().start().getFirst(), b.now());
        b.back(challengeB);
        a.back(challengeA);
        assertThat(b.host().status()).isInstanceOf(InviterStatus.Waiting.class);
        assertRefused(a, JoinRefusal.ALREADY_USED);
    }

    @Test
    @DisplayName("JOIN-21: a connection that broke is taken up again by the same device only")
    void aBrokenConnection() {
        Invitation invitation = local.issue();
        Device device = local.device();
        local.connect(invitation, device, "Ana").prove();
        JoinFixture.Connection again = local.connect(invitation, device, "Ana").prove();
        again.host().approve(local.network, JoinFixture.HANDOVER, again.now());
        Instant muchLater = JoinFixture.NOW.plus(JoinFixture.VALID).plusSeconds(3600);
        JoinFixture.Connection third = local.connect(invitation, device, "Ana", muchLater).prove();
        assertThat(local.book.openNetworks(muchLater)).hasSize(1);
        assertThat(third.waiting().invitation().state()).isEqualTo(Issued.State.APPROVED);
        third.approve(local.network);
        assertThat(third.joiner().status()).isInstanceOf(JoinerStatus.Admitted.class);
    }

    @Test
    @DisplayName("JOIN-8: a replayed invitation proof is worthless on another connection")
    void replayableInvitationProof() {
        Invitation invitation = local.issue();
        Device device = local.device();
        byte[] recorded = local.connect(invitation, device, "Ana").joiner().start().getFirst();
        JoinFixture.Connection other = local.connect(invitation, device, "Ana");
        other.host().receive(recorded, other.now());
        assertThat(other.host().status())
                .isEqualTo(new InviterStatus.Refused(JoinRefusal.WRONG_SECRET, false));
    }

    @Test
    @DisplayName("JOIN-8: a proof made for another peer's connection does not fit")
    void proofOfAnotherPeer() {
        Invitation invitation = local.issue();
        byte[] hash = JoinFixture.handshake("one handshake");
        Device device = local.device();
        JoinerSession honest = new JoinerSession(invitation, device, "Ana", hash, local.inviter);
        PeerId relay = PeerId.of(SigningKey.generate(local.random).verifyKey());
        InviterSession host =
                new InviterSession(local.book, local.inviter, relay, hash, local.random);
        host.receive(honest.start().getFirst(), JoinFixture.NOW);
        assertThat(host.status())
                .isEqualTo(new InviterStatus.Refused(JoinRefusal.WRONG_SECRET, false));
    }

    @Test
    @DisplayName("JOIN-6: an expired invitation is refused, and said to be expired")
    void expired() {
        Instant late = JoinFixture.NOW.plus(JoinFixture.VALID);
        JoinFixture.Connection c =
                local.connect(local.issue(), local.device(), "Ana", late).prove();
        assertRefused(c, JoinRefusal.EXPIRED);
        assertThat(local.book.openNetworks(late)).isEmpty();
        assertThat(local.book.openNetworks(late.minusMillis(1))).hasSize(1);
    }

    @Test
    @DisplayName("JOIN-10: a wrong secret and an unknown invitation get the same answer")
    void wrongSecret() {
        Invitation real = local.issue();
        Secret guess = Secret.random(Invitation.SECRET_BYTES, local.random);
        Invitation forged = new Invitation(local.inviter, real.addresses(), guess, real.expires());
        JoinFixture.Connection c = local.connect(forged, local.device(), "Eve").prove();
        assertRefused(c, JoinRefusal.WRONG_SECRET);
        byte[] request = local.connect(real, local.device(), "Eve").joiner().start().getFirst();
        JoinFixture.Connection d = local.connect(real, local.device(), "Eve");
        List<byte[]> answer = d.host().receive(request, d.now());
        assertThat(answer.getFirst()).isEqualTo(c.said().getLast());
    }

    @Test
    @DisplayName("JOIN-22: refused by a manager, and not to be tried again")
    void refusedByAManager() {
        Invitation invitation = local.issue();
        Device device = local.device();
        JoinFixture.Connection c = local.connect(invitation, device, "Ana").prove();
        c.back(c.host().refuse());
        assertThat(c.joiner().status())
                .isEqualTo(new JoinerStatus.Refused(JoinRefusal.REFUSED, true));
        JoinFixture.Connection again = local.connect(invitation, device, "Ana").prove();
        assertThat(again.host().status()).isInstanceOf(InviterStatus.Refused.class);
    }

    @Test
    @DisplayName("JOIN-22: withdrawn while somebody waits: approving comes too late")
    void withdrawnWhileWaiting() {
        Invitation invitation = local.issue();
        JoinFixture.Connection c = local.connect(invitation, local.device(), "Ana").prove();
        assertThat(local.book.close(invitation.id())).isTrue();
        c.approve(local.network);
        assertThat(c.joiner().status()).isInstanceOf(JoinerStatus.Refused.class);
    }

    @Test
    @DisplayName("JOIN-5: somebody else answers at the inviter's address: nothing is said to them")
    void wrongInviter() {
        Device device = local.device();
        PeerId other = PeerId.of(SigningKey.generate(local.random).verifyKey());
        JoinerSession joiner =
                new JoinerSession(
                        local.issue(), device, "Ana", JoinFixture.handshake("hash"), other);
        assertThat(joiner.start()).isEmpty();
        assertThat(joiner.status())
                .isEqualTo(new JoinerStatus.Refused(JoinRefusal.WRONG_INVITER, false));
    }

    @Test
    @DisplayName("JOIN-9: keys that the joiner does not possess are refused")
    void foreignKeys() {
        Device own = local.device();
        Device victim = local.device();
        DeviceKeys stolenPrekey = new Device(own.signing(), victim.prekey(), own.peer()).keys();
        assertThat(stolenPrekey.areProven()).as("signatures alone do not show it").isTrue();
        DeviceKeys mixed =
                new DeviceKeys(
                        victim.signing().verifyKey(),
                        own.prekey().publicKey(),
                        own.keys().peer(),
                        own.keys().bySigning(),
                        own.keys().byPeer());
        assertThat(mixed.areProven()).isFalse();
    }

    @Test
    @DisplayName("JOIN-11: a prekey that the joiner cannot open does not pass the challenge")
    void foreignPrekey() {
        Invitation invitation = local.issue();
        Device own = local.device();
        Device lying = new Device(own.signing(), local.device().prekey(), own.peer());
        byte[] hash = JoinFixture.handshake("hash");
        JoinerSession claims = new JoinerSession(invitation, lying, "Eve", hash, local.inviter);
        InviterSession host =
                new InviterSession(
                        local.book, local.inviter, lying.keys().peer(), hash, local.random);
        host.receive(claims.start().getFirst(), JoinFixture.NOW);
        byte[] guess = JoinMessage.encode(new JoinMessage.Answer(Hash.of(new byte[32])));
        host.receive(guess, JoinFixture.NOW);
        assertThat(host.status()).isEqualTo(new InviterStatus.Refused(JoinRefusal.BAD_KEYS, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Ana", "Ana\n", "A\u0000na", "Ana\u202Eanna", "\u200B"})
    @DisplayName("JOIN-13: a name that could mislead is refused")
    void badNames(String name) {
        assertNoName(name);
    }

    @Test
    @DisplayName("JOIN-13: a name that the log would not take (MEM-3) uses no invitation up")
    void tooLongNames() {
        assertNoName("a".repeat(81));
        assertNoName("\u4e01".repeat(67));
        JoinFixture.Connection c = local.connect(local.issue(), local.device(), "a".repeat(80));
        assertThat(c.prove().waiting().name()).hasSize(80);
    }

    private void assertNoName(String name) {
        JoinFixture.Connection c = local.connect(local.issue(), local.device(), name);
        assertThat(c.joiner().start()).isEmpty();
        assertThat(c.joiner().status())
                .isEqualTo(new JoinerStatus.Refused(JoinRefusal.BAD_NAME, false));
    }

    @Test
    @DisplayName("JOIN-14: words of another connection are other words; typing them is forgiving")
    void words() {
        assertThat(ShortWords.list()).hasSize(256).doesNotHaveDuplicates();
        assertThat(ShortWords.list()).allMatch(word -> word.matches("[a-z]{3,9}"));
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            seen.add(local.connect(local.issue(), local.device(), "Ana").prove().waiting().words());
        }
        assertThat(seen).hasSize(20);
        List<String> words = List.of("acorn", "river", "tiger", "boat");
        assertThat(ShortWords.match(words, " Acorn, RIVER-tiger\tboat ")).isTrue();
        assertThat(ShortWords.match(words, "acorn river tiger")).isFalse();
        assertThat(ShortWords.match(words, "river acorn tiger boat")).isFalse();
    }

    @Test
    @DisplayName("JOIN-23: a book read back from disk goes on where it was")
    void theBookSurvivesARestart() {
        Invitation invitation = local.issue(true);
        local.connect(invitation, local.device(), "Ana").prove();
        InvitationBook restarted =
                new InvitationBook(List.of(local.stored.getLast()), local.stored::add);
        assertThat(restarted.all().getFirst().autoApprove()).isTrue();
        Hash others = local.device().keys().id();
        assertThatThrownBy(() -> restarted.check(invitation.id(), others, JoinFixture.NOW))
                .hasMessage("ALREADY_USED");
    }

    @Test
    @DisplayName("JOIN-16: nobody is admitted before the proof")
    void nobodyIsAdmittedBeforeTheProof() {
        JoinFixture.Connection c = local.connect(local.issue(), local.device(), "Ana");
        assertThatThrownBy(() -> c.host().approve(local.network, JoinFixture.HANDOVER, c.now()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertRefused(JoinFixture.Connection c, JoinRefusal reason) {
        assertThat(c.host().status()).isEqualTo(new InviterStatus.Refused(reason, false));
        assertThat(c.joiner().status()).isEqualTo(new JoinerStatus.Refused(reason, true));
    }
}
