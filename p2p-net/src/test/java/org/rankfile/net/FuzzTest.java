// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.DhKey;
import org.rankfile.net.identify.Identify;
import org.rankfile.net.link.Upgrade;
import org.rankfile.net.mux.MuxSession;
import org.rankfile.net.mux.MuxStream;
import org.rankfile.net.wire.ByteReader;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Multistream;
import org.rankfile.net.wire.ProtoReader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Seeded nonsense, and valid bytes that were changed, for every decoder of foreign bytes: a
/// refusal is a checked exception or an empty value, never anything else.
@DisplayName("NET-31: every decoder survives any bytes")
class FuzzTest {
    private static final int CASES = 4000;

    private final Random random = new Random(20261123);

    /// Something that takes foreign bytes.
    @FunctionalInterface
    private interface Decoder {
        void take(byte[] bytes) throws Malformed, NetException;
    }

    /// How many of the cases were refused by an exception.
    private int fuzz(List<byte[]> valid, Decoder decoder) {
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = i % 4 == 0 ? noise() : changed(valid.get(i % valid.size()));
            try {
                decoder.take(bytes);
            } catch (Malformed | NetException e) {
                refused++;
            }
        }
        return refused;
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] changed(byte[] valid) {
        byte[] bytes = Arrays.copyOf(valid, Math.max(0, valid.length - random.nextInt(3)));
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        if (random.nextInt(8) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
        }
        return bytes;
    }

    @Test
    void varintsAndProtobuf() {
        fuzz(List.of(new byte[] {(byte) 0x80, 1}), bytes -> new ByteReader(bytes).varint());
        byte[] message = Node.id(1).publicKey();
        int refused =
                fuzz(
                        List.of(message),
                        bytes -> {
                            ProtoReader in = new ProtoReader(bytes);
                            while (in.next()) {
                                if (in.field() == 1) {
                                    in.number();
                                } else {
                                    in.text();
                                }
                            }
                        });
        assertThat(refused).isBetween(CASES / 4, CASES - 1);
    }

    @Test
    void peerIdsAndMultiaddrs() {
        Multiaddr address = Multiaddr.of("/dns4/example.org/tcp/4001").withPeer(Node.id(3));
        byte[] id = Node.id(3).bytes();
        fuzz(List.of(id), bytes -> PeerId.of(bytes).ifPresent(p -> sameAgain(p, bytes)));
        fuzz(
                List.of(address.bytes(), Multiaddr.of("/ip6/2001:db8::1/udp/9/quic-v1").bytes()),
                bytes ->
                        Multiaddr.decode(bytes)
                                .ifPresent(a -> {
                                    assertThat(a.bytes()).isEqualTo(bytes);
                                    assertThat(Multiaddr.parse(a.toString())).hasValue(a);
                                }));
        fuzz(
                List.of(address.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                bytes -> {
                    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
                    Multiaddr.parse(text)
                            .ifPresent(a -> assertThat(Multiaddr.decode(a.bytes())).hasValue(a));
                    Optional<PeerId> peer = PeerId.parse(text);
                    peer.ifPresent(p -> assertThat(PeerId.parse(p.toString())).hasValue(p));
                });
    }

    private static void sameAgain(PeerId id, byte[] bytes) {
        assertThat(id.bytes()).isEqualTo(bytes);
        assertThat(PeerId.parse(id.toString())).hasValue(id);
    }

    @Test
    void multistreamNegotiations() {
        byte[] valid = Multistream.dialler("/noise", 1024).output();
        fuzz(
                List.of(valid),
                bytes -> Multistream.listener("/noise"::equals, 1024, 4).receive(bytes));
        fuzz(List.of(valid), bytes -> Multistream.dialler("/noise", 1024).receive(bytes));
    }

    @Test
    void identifyMessages() {
        byte[] valid =
                Identify.write(
                        new Identify.Self(
                                Node.key(1),
                                "a",
                                List.of("/a/1", "/b/1"),
                                List.of(Multiaddr.of("/ip4/192.0.2.1/tcp/1")),
                                1),
                        Optional.empty());
        fuzz(
                List.of(valid),
                bytes ->
                        assertThat(Identify.read(bytes, Node.id(1), IdentifyInfo.UNKNOWN).agent())
                                .hasSizeLessThanOrEqualTo(Limits.AGENT_CHARS));
    }

    @Test
    void upgradesOfBothEnds() {
        NetworkKey key = Node.networkKey(1);
        List<byte[]> valid = new ArrayList<>();
        valid.add(upgrade(true, List.of()).output());
        valid.add(upgrade(true, List.of(key)).output());
        DhKey ephemeral = DhKey.generate(random);
        byte[] withMessage = Arrays.copyOf(valid.getFirst(), valid.getFirst().length + 34);
        withMessage[valid.getFirst().length + 1] = 32;
        System.arraycopy(
                ephemeral.publicKey().bytes(), 0, withMessage, withMessage.length - 32, 32);
        valid.add(withMessage);
        for (List<NetworkKey> keys : List.of(List.<NetworkKey>of(), List.of(key))) {
            for (boolean dialler : List.of(true, false)) {
                fuzz(valid, bytes -> upgrade(dialler, keys).receive(bytes));
            }
        }
    }

    private static Upgrade upgrade(boolean dialler, List<NetworkKey> keys) {
        return new Upgrade(
                new Upgrade.Parameters(dialler, Node.key(5), keys, _ -> {}, new Random(5)));
    }

    @Test
    void yamuxSessions() {
        byte[] open = {0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0};
        byte[] data = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 7, 7};
        byte[] ping = {0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9};
        byte[] all = new byte[open.length + data.length + ping.length];
        System.arraycopy(open, 0, all, 0, open.length);
        System.arraycopy(data, 0, all, open.length, data.length);
        System.arraycopy(ping, 0, all, open.length + data.length, ping.length);
        int refused =
                fuzz(
                        List.of(all, data, ping),
                        bytes -> {
                            MuxSession session =
                                    new MuxSession(false, Limits.defaults(), new Silent());
                            session.receive(bytes);
                            session.receive(bytes);
                            session.close();
                        });
        assertThat(refused).isBetween(CASES / 10, CASES - 1);
    }

    /// A connection that does nothing.
    private static final class Silent implements MuxSession.Host {
        @Override
        public void wake() {}

        @Override
        public void accepted(MuxStream stream) {}

        @Override
        public void pong(int value) {}

        @Override
        public void goodbye() {}

        @Override
        public void pause(boolean pause) {}

        @Override
        public void linger(MuxStream stream) {}
    }
}
