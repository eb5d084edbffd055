// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.net.IdentifyInfo;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.Node;
import org.rankfile.net.PeerId;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.ProtoWriter;
import org.rankfile.net.wire.Varint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@DisplayName("NET-28: identify and signed peer records")
class IdentifyTest {
    private static final Multiaddr HERE = Multiaddr.of("/ip4/192.0.2.1/tcp/4001");
    private static final Multiaddr THERE = Multiaddr.of("/ip6/2001:db8::1/tcp/4001");
    private static final PeerId PEER = Node.id(1);

    private static byte[] delimited(ProtoWriter message) {
        byte[] bytes = message.toBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Varint.write(out, bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static IdentifyInfo read(ProtoWriter message) throws Malformed {
        return Identify.read(delimited(message), PEER, IdentifyInfo.UNKNOWN);
    }

    @Test
    void whatIsToldIsUnderstood() throws Exception {
        byte[] told =
                Identify.write(
                        new Identify.Self(
                                Node.key(1),
                                "agent/1",
                                List.of("/a/1"),
                                List.of(HERE.withPeer(PEER)),
                                5),
                        Optional.of(THERE.withPeer(PEER)));
        assertThat(Identify.read(told, PEER, IdentifyInfo.UNKNOWN))
                .isEqualTo(
                        new IdentifyInfo(
                                "agent/1",
                                List.of("/a/1"),
                                List.of(HERE),
                                Optional.of(THERE),
                                true,
                                5));
    }

    @Test
    void aSignedRecordWinsOverTheUnsignedList() throws Exception {
        byte[] record = new PeerRecord(PEER, 1, List.of(THERE)).sign(Node.key(1));
        IdentifyInfo info = read(new ProtoWriter().bytes(2, HERE.bytes()).bytes(8, record));
        assertThat(info.listening()).containsExactly(THERE);
        assertThat(info.signed()).isTrue();
    }

    @Test
    void aRecordOfAnotherPeerOrChangedIsIgnored() throws Exception {
        byte[] foreign = new PeerRecord(Node.id(2), 1, List.of(THERE)).sign(Node.key(2));
        byte[] forged = new PeerRecord(PEER, 1, List.of(THERE)).sign(Node.key(2));
        byte[] own = new PeerRecord(PEER, 1, List.of(THERE)).sign(Node.key(1));
        assertThat(PeerRecord.open(own, PEER)).isPresent();
        assertThat(PeerRecord.open(foreign, PEER)).isEmpty();
        assertThat(PeerRecord.open(forged, PEER)).isEmpty();
        for (int i = 0; i < own.length; i++) {
            byte[] changed = own.clone();
            changed[i] ^= 1;
            assertThat(PeerRecord.open(changed, PEER)).isEmpty();
        }
        IdentifyInfo info = read(new ProtoWriter().bytes(2, HERE.bytes()).bytes(8, foreign));
        assertThat(info.listening()).containsExactly(HERE);
        assertThat(info.signed()).isFalse();
    }

    @Test
    void aPartialPushKeepsTheRest() throws Exception {
        IdentifyInfo before =
                new IdentifyInfo(
                        "agent/1", List.of("/a/1"), List.of(HERE), Optional.of(THERE), true, 5);
        byte[] push = delimited(new ProtoWriter().text(3, "/b/1"));
        IdentifyInfo after = Identify.read(push, PEER, before);
        assertThat(after)
                .isEqualTo(
                        new IdentifyInfo(
                                "agent/1",
                                List.of("/b/1"),
                                List.of(HERE),
                                Optional.of(THERE),
                                true,
                                5));
    }

    @Test
    void aMessageThatWasOvertakenChangesNothing() throws Exception {
        IdentifyInfo later = Identify.read(told(6, "/b/1"), PEER, IdentifyInfo.UNKNOWN);
        assertThat(Identify.read(told(5, "/a/1"), PEER, later)).isEqualTo(later);
        assertThat(Identify.read(told(6, "/c/1"), PEER, later).protocols()).containsExactly("/c/1");
    }

    private static byte[] told(long sequence, String protocol) {
        return Identify.write(
                new Identify.Self(Node.key(1), "agent/1", List.of(protocol), List.of(), sequence),
                Optional.empty());
    }

    @Test
    void addressesOfUnknownKindsAreLeftOut() throws Exception {
        byte[] unix = {(byte) 0x90, 0x03, 1, 'a'};
        assertThat(read(new ProtoWriter().bytes(2, unix).bytes(2, HERE.bytes())).listening())
                .containsExactly(HERE);
    }

    @Test
    void listsAndTheAgentAreCutAndNothingUnprintableStays() throws Exception {
        ProtoWriter many = new ProtoWriter().text(6, "é\u0007" + "a".repeat(300));
        IntStream.range(0, 500).forEach(i -> many.text(3, "/p/" + i));
        IdentifyInfo info = read(many);
        assertThat(info.protocols()).hasSize(Limits.IDENTIFY_ENTRIES);
        assertThat(info.agent()).hasSize(Limits.AGENT_CHARS).startsWith("??aaa");
    }

    @Test
    void aMessageOfAnotherKeyOrTooLongIsMalformed() {
        ProtoWriter other = new ProtoWriter().bytes(1, Node.id(2).publicKey());
        assertThatThrownBy(() -> read(other)).isInstanceOf(Malformed.class);
        ProtoWriter long1 = new ProtoWriter().bytes(9, new byte[Limits.IDENTIFY_BYTES]);
        assertThatThrownBy(() -> read(long1)).isInstanceOf(Malformed.class);
    }
}
