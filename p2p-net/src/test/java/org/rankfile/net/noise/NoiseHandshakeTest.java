// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.DhKey;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.Node;
import org.rankfile.net.PeerId;
import org.rankfile.net.wire.ProtoWriter;

import java.util.List;
import java.util.Random;

@DisplayName("NET-21: the libp2p handshake over Noise")
class NoiseHandshakeTest {
    private static final byte[] NOTHING = new byte[0];

    private final NoiseHandshake initiator = handshake(true, 1, _ -> {});
    private final NoiseHandshake responder = handshake(false, 2, _ -> {});

    private static NoiseHandshake handshake(boolean first, long seed, NoiseHandshake.Check check) {
        return new NoiseHandshake(
                first, Node.key(seed), List.of("/yamux/1.0.0"), check, new Random(seed));
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void bothEndsLearnWhoTheOtherIsAndWhatItOffers() throws Exception {
        byte[] first = initiator.start().orElseThrow();
        byte[] second = responder.receive(first).orElseThrow();
        byte[] third = initiator.receive(second).orElseThrow();
        assertThat(responder.receive(third)).isEmpty();
        assertThat(initiator.peer()).isEqualTo(Node.id(2));
        assertThat(responder.peer()).isEqualTo(Node.id(1));
        assertThat(initiator.farMuxers()).containsExactly("/yamux/1.0.0");
        NoiseTransport ours = initiator.transport().orElseThrow();
        NoiseTransport theirs = responder.transport().orElseThrow();
        assertThat(ours.handshakeHash()).isEqualTo(theirs.handshakeHash());
        assertThat(theirs.open(ours.seal(new byte[] {1, 2}))).hasValue(new byte[] {1, 2});
        assertThat(ours.open(theirs.seal(NOTHING))).hasValue(NOTHING);
    }

    @Test
    @DisplayName("NET-22: the initiator does not say who it is to a peer that it does not accept")
    void theInitiatorChecksBeforeItSaysWhoItIs() throws Exception {
        NoiseHandshake choosy =
                handshake(
                        true,
                        1,
                        _ -> {
                            throw new NetException(Reason.WRONG_PEER);
                        });
        byte[] second = responder.receive(choosy.start().orElseThrow()).orElseThrow();
        refused(Reason.WRONG_PEER, () -> choosy.receive(second));
        assertThat(choosy.transport()).isEmpty();
    }

    @Test
    void aReplayedHandshakeIsRefused() throws Exception {
        byte[] first = initiator.start().orElseThrow();
        byte[] third = initiator.receive(responder.receive(first).orElseThrow()).orElseThrow();
        responder.receive(third);
        NoiseHandshake fresh = handshake(false, 3, _ -> {});
        assertThat(fresh.receive(first)).isPresent();
        refused(Reason.HANDSHAKE, () -> fresh.receive(third));
    }

    @Test
    void everyFlippedBitOfAMessageIsRefused() throws Exception {
        byte[] second = responder.receive(initiator.start().orElseThrow()).orElseThrow();
        for (int i = 0; i < second.length; i++) {
            NoiseHandshake same = handshake(true, 1, _ -> {});
            same.start();
            byte[] flipped = second.clone();
            flipped[i] ^= 1;
            refused(Reason.HANDSHAKE, () -> same.receive(flipped));
        }
    }

    @Test
    void truncatedMessagesAreRefused() throws Exception {
        byte[] second = responder.receive(initiator.start().orElseThrow()).orElseThrow();
        for (int length : List.of(0, 1, 31, 32, 79, 80, 95, 96, second.length - 1)) {
            NoiseHandshake same = handshake(true, 1, _ -> {});
            same.start();
            byte[] cut = java.util.Arrays.copyOf(second, length);
            refused(Reason.HANDSHAKE, () -> same.receive(cut));
        }
    }

    @Test
    void aSignatureOfTheWrongKeyIsRefused() {
        SigningKey claimed = Node.key(7);
        SigningKey signing = Node.key(8);
        DhKey noiseKey = DhKey.generate(new Random(9));
        byte[] forged =
                new ProtoWriter()
                        .bytes(1, PeerId.of(claimed.verifyKey()).publicKey())
                        .bytes(2, signing.signForeign(noiseKey.publicKey().bytes()).bytes())
                        .toBytes();
        refused(Reason.HANDSHAKE, () -> HandshakePayload.read(forged, noiseKey.publicKey()));
    }

    @Test
    void aSignatureOverAnotherNoiseKeyIsRefused() throws Exception {
        DhKey signed = DhKey.generate(new Random(9));
        DhKey used = DhKey.generate(new Random(10));
        byte[] payload = HandshakePayload.write(Node.key(7), signed.publicKey(), List.of());
        assertThat(HandshakePayload.read(payload, signed.publicKey()).peer()).isEqualTo(Node.id(7));
        refused(Reason.HANDSHAKE, () -> HandshakePayload.read(payload, used.publicKey()));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        byte[] secp256k1 = {0x08, 0x02, 0x12, 0x01, 0x03};
        byte[] payload = new ProtoWriter().bytes(1, secp256k1).bytes(2, new byte[64]).toBytes();
        DhKey key = DhKey.generate(new Random(9));
        refused(Reason.HANDSHAKE, () -> HandshakePayload.read(payload, key.publicKey()));
    }

    @Test
    void anEphemeralKeyOfSmallOrderIsRefused() {
        refused(Reason.HANDSHAKE, () -> responder.receive(new byte[32]));
    }

    @Test
    void transportMessagesOutOfOrderTwiceOrChangedAreRefused() throws Exception {
        byte[] second = responder.receive(initiator.start().orElseThrow()).orElseThrow();
        responder.receive(initiator.receive(second).orElseThrow());
        NoiseTransport ours = initiator.transport().orElseThrow();
        NoiseTransport theirs = responder.transport().orElseThrow();
        byte[] one = ours.seal(new byte[] {1});
        byte[] two = ours.seal(new byte[] {2});
        assertThat(theirs.open(one)).isPresent();
        assertThat(theirs.open(one)).isEmpty();
        assertThat(theirs.open(two)).isEmpty();
        assertThat(ours.open(new byte[15])).isEmpty();
    }
}
