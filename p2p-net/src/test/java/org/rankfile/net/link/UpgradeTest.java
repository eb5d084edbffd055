// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.SalsaStream;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

@DisplayName("NET-10: the upgrade of a connection")
class UpgradeTest {
    private static final List<NetworkKey> NONE = List.of();

    private static Upgrade upgrade(boolean dialler, List<NetworkKey> keys) {
        long seed = dialler ? 1 : 2;
        return new Upgrade(
                new Upgrade.Parameters(dialler, Node.key(seed), keys, _ -> {}, new Random(seed)));
    }

    private static List<NetworkKey> keys(int from, int count) {
        List<NetworkKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(Node.networkKey(from + i));
        }
        return keys;
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /// Passes bytes in pieces of the given size until both ends are silent.
    private static void talk(Upgrade one, Upgrade other, int piece) throws NetException {
        boolean busy = true;
        while (busy) {
            busy = pass(one, other, piece);
            busy |= pass(other, one, piece);
        }
    }

    private static boolean pass(Upgrade from, Upgrade to, int piece) throws NetException {
        byte[] bytes = from.output();
        for (int at = 0; at < bytes.length; at += piece) {
            to.receive(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
        }
        return bytes.length > 0;
    }

    private static void talksAfterwards(Upgrade dialler, Upgrade listener) throws NetException {
        SecureChannel near = dialler.channel().orElseThrow();
        SecureChannel far = listener.channel().orElseThrow();
        assertThat(near.peer()).isEqualTo(Node.id(2));
        assertThat(far.peer()).isEqualTo(Node.id(1));
        assertThat(near.handshakeHash()).isEqualTo(far.handshakeHash());
        List<byte[]> heard = new ArrayList<>();
        far.receive(near.seal(new byte[] {1, 2, 3}), heard::add);
        near.receive(far.seal(new byte[SecureChannel.PLAINTEXT_BYTES]), heard::add);
        assertThat(heard.get(0)).containsExactly(1, 2, 3);
        assertThat(heard.get(1)).hasSize(SecureChannel.PLAINTEXT_BYTES);
    }

    @Test
    void itWorksWithoutAPrivateNetworkInPiecesOfAnySize() throws Exception {
        for (int piece : List.of(1, 2, 7, 100, 10_000)) {
            Upgrade dialler = upgrade(true, NONE);
            Upgrade listener = upgrade(false, NONE);
            talk(dialler, listener, piece);
            talksAfterwards(dialler, listener);
        }
    }

    @Test
    @DisplayName("NET-12: a listener finds which of up to 16 network keys the dialler uses")
    void aListenerFindsTheKeyAmongSixteen() throws Exception {
        for (int used = 0; used < Limits.NETWORK_KEYS; used++) {
            for (int piece : List.of(1, 64)) {
                Upgrade dialler = upgrade(true, keys(100 + used, 1));
                Upgrade listener = upgrade(false, keys(100, Limits.NETWORK_KEYS));
                talk(dialler, listener, piece);
                talksAfterwards(dialler, listener);
            }
        }
    }

    @Test
    @DisplayName("NET-13: a wrong network key gets the listener's 24-byte nonce and nothing else")
    void aWrongKeyGetsTheNonceOnly() throws Exception {
        Upgrade dialler = upgrade(true, keys(1, 1));
        for (int count : List.of(1, 2, 16)) {
            Upgrade listener = upgrade(false, keys(100, count));
            assertThat(listener.output()).hasSize(24);
            byte[] all = Arrays.copyOf(dialler.output(), 5000);
            for (int at = 0; at < all.length; at += 100) {
                listener.receive(Arrays.copyOfRange(all, at, at + 100));
                assertThat(listener.output()).isEmpty();
            }
            assertThat(listener.wrongKey()).isTrue();
            assertThat(listener.understood()).isFalse();
        }
    }

    @Test
    void aDiallerIsToldThatTheListenerHasAnotherKey() {
        Upgrade dialler = upgrade(true, keys(1, 1));
        refused(Reason.NETWORK_KEY, () -> dialler.receive(new byte[100]));
    }

    @Test
    void aPeerWithoutPrivateNetworkIsAWrongKey() throws Exception {
        Upgrade listener = upgrade(false, keys(1, 1));
        listener.output();
        listener.receive(upgrade(true, NONE).output());
        listener.receive(new byte[100]);
        assertThat(listener.wrongKey()).isTrue();
        assertThat(listener.output()).isEmpty();
    }

    @Test
    @DisplayName("NET-11: a nonce, and then everything under its XSalsa20 keystream")
    void aPrivateNetworkIsANonceAndItsKeystream() {
        byte[] plain = upgrade(true, NONE).output();
        byte[] sent = upgrade(true, keys(1, 1)).output();
        byte[] hidden = Arrays.copyOfRange(sent, 24, sent.length);
        assertThat(hidden).hasSameSizeAs(plain).isNotEqualTo(plain);
        new SalsaStream(keys(1, 1).getFirst().secret(), Arrays.copyOf(sent, 24))
                .apply(hidden, 0, hidden.length);
        assertThat(hidden).isEqualTo(plain);
    }

    @Test
    void anOversizedHandshakeMessageIsRefused() throws Exception {
        Upgrade dialler = upgrade(true, NONE);
        Upgrade listener = upgrade(false, NONE);
        pass(dialler, listener, 100);
        refused(Reason.MALFORMED, () -> listener.receive(new byte[] {0x10, 0x01}));
    }

    @Test
    void aListenerWithoutNoiseIsRefused() {
        Upgrade dialler = upgrade(true, NONE);
        byte[] na =
                "\u0013/multistream/1.0.0\n\u0003na\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        refused(Reason.HANDSHAKE, () -> dialler.receive(na));
    }

    @Test
    @DisplayName("NET-23: a message that does not open ends the connection")
    void aChangedMessageAfterTheHandshakeIsRefused() throws Exception {
        Upgrade dialler = upgrade(true, NONE);
        Upgrade listener = upgrade(false, NONE);
        talk(dialler, listener, 1000);
        byte[] wire = dialler.channel().orElseThrow().seal(new byte[10]);
        wire[5] ^= 1;
        SecureChannel far = listener.channel().orElseThrow();
        refused(Reason.HANDSHAKE, () -> far.receive(wire, _ -> {}));
    }
}
