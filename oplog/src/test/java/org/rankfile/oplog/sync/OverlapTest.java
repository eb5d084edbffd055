// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class OverlapTest {

    @Test
    @DisplayName("SYN-6: only circles of both sides are opened")
    void onlyCommonCirclesOpen() {
        FakeReplica a = new FakeReplica().in(1).in(2).in(3);
        FakeReplica b = new FakeReplica().in(2).in(3).in(4);
        Link link = new Link(a, b).run();
        assertThat(circles(link.initiator))
                .containsOnlyKeys(FakeReplica.tag(2), FakeReplica.tag(3));
        assertThat(circles(link.responder))
                .containsOnlyKeys(FakeReplica.tag(2), FakeReplica.tag(3));
    }

    @Test
    @DisplayName("SYN-6: nothing in common is open, empty, and never called in sync")
    void nothingInCommon() {
        Link link = new Link(new FakeReplica().in(1), new FakeReplica().in(2)).run();
        assertThat(circles(link.initiator)).isEmpty();
        assertThat(Link.isInSync(link.initiator)).isFalse();
        assertThat(Link.isInSync(link.responder)).isFalse();
    }

    @Test
    @DisplayName("SYN-6: knowing the tag without the root secret opens nothing")
    void theTagAloneOpensNothing() {
        FakeReplica a = new FakeReplica().in(1);
        FakeReplica spy = new FakeReplica().in(1);
        CircleTag tag = FakeReplica.tag(1);
        Secret wrong = Secret.copyOf(new byte[32]);
        spy.circles.put(tag, new CircleAccess(tag, wrong, spy.inventory(1)));
        Link link = new Link(a, spy).run();
        assertThat(circles(link.initiator)).isEmpty();
    }

    @Test
    @DisplayName("SYN-7: always sixteen tokens, whatever the number of circles, in random order")
    void alwaysSixteenTokens() {
        OverlapTokens tokens = new OverlapTokens(Link.HANDSHAKE);
        Random random = new Random(1);
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            FakeReplica replica = new FakeReplica().in(1);
            List<CircleAccess> circles = replica.circles();
            List<Token> offer = tokens.offer(SyncRole.INITIATOR, circles, 16, random);
            assertThat(new HashSet<>(offer)).hasSize(16);
            places.add(offer.indexOf(tokens.token(SyncRole.INITIATOR, circles.getFirst())));
        }
        assertThat(places).hasSize(16).doesNotContain(-1);
        assertThat(tokens.offer(SyncRole.RESPONDER, List.of(), 16, random)).hasSize(16);
        FakeReplica many = new FakeReplica();
        for (int i = 0; i < 20; i++) {
            many.in(i);
        }
        assertThat(tokens.offer(SyncRole.RESPONDER, many.circles(), 16, random)).hasSize(16);
    }

    @Test
    @DisplayName("SYN-5: tokens differ by role and by connection")
    void tokensAreBound() {
        CircleAccess circle = new FakeReplica().in(1).circles().getFirst();
        OverlapTokens here = new OverlapTokens(Link.HANDSHAKE);
        OverlapTokens elsewhere =
                new OverlapTokens("another handshake".getBytes(StandardCharsets.UTF_8));
        assertThat(here.token(SyncRole.INITIATOR, circle))
                .isNotEqualTo(here.token(SyncRole.RESPONDER, circle))
                .isNotEqualTo(elsewhere.token(SyncRole.INITIATOR, circle));
    }

    @Test
    @DisplayName("SYN-8: an echoed membership token ends the session and opens nothing")
    void echoedMembershipToken() throws SyncFault {
        FakeReplica member = new FakeReplica().in(1);
        SyncSession session = session(SyncRole.INITIATOR, member);
        byte[] hello = session.start().getFirst();
        List<byte[]> answer = session.receive(List.of(hello));
        assertThat(session.status())
                .isEqualTo(new SyncStatus.Failed(SyncFailure.ECHOED_TOKEN, false));
        assertThat(FrameReader.decode(answer.getFirst(), SyncLimits.STANDARD))
                .isEqualTo(new Frame.Fail(SyncFailure.ECHOED_TOKEN));
    }

    @Test
    @DisplayName("SYN-8: a token of another connection proves nothing here")
    void replayedToken() {
        FakeReplica member = new FakeReplica().in(1);
        SyncSession elsewhere =
                new SyncSession(
                        SyncRole.INITIATOR,
                        "another handshake".getBytes(StandardCharsets.UTF_8),
                        member,
                        SyncLimits.STANDARD,
                        new Random(9));
        SyncSession session = session(SyncRole.RESPONDER, new FakeReplica().in(1));
        session.start();
        session.receive(elsewhere.start());
        assertThat(circles(session)).isEmpty();
    }

    @Test
    @DisplayName("SYN-5, SYN-16: the vectors of docs/spec/vectors/sync-tokens.json")
    void publishedVectors() throws IOException {
        Path file =
                Path.of(System.getProperty("rankfile.root"), "docs/spec/vectors/sync-tokens.json");
        JsonNode vector = new ObjectMapper().readTree(file.toFile());
        byte[] hash = hex(vector, "handshakeHash");
        CircleTag tag = CircleTag.of(hex(vector, "tag"));
        Secret root = Secret.copyOf(hex(vector, "root"));
        CircleAccess circle = new CircleAccess(tag, root, new MemoryInventory());
        OverlapTokens tokens = new OverlapTokens(hash);
        assertThat(tokens.token(SyncRole.INITIATOR, circle).bytes())
                .isEqualTo(hex(vector, "tokenI"));
        assertThat(tokens.token(SyncRole.RESPONDER, circle).bytes())
                .isEqualTo(hex(vector, "tokenR"));
        OpKey op = OpKey.of(5, hex(vector, "opId"));
        for (int pass = 0; pass < 2; pass++) {
            long expected = Long.parseUnsignedLong(vector.get("shortIds").get(pass).asText(), 16);
            assertThat(ShortIds.keyed(hash, tag).forPass(pass).of(op)).isEqualTo(expected);
        }
    }

    private static byte[] hex(JsonNode vector, String name) {
        return HexFormat.of().parseHex(vector.get(name).asText());
    }

    static SyncSession session(SyncRole role, OpExchange exchange) {
        return new SyncSession(
                role,
                Link.HANDSHAKE,
                exchange,
                SyncLimits.STANDARD,
                new Random(role == SyncRole.INITIATOR ? 2 : 3));
    }

    private static Map<CircleTag, CircleState> circles(SyncSession session) {
        assertThat(session.status()).isInstanceOf(SyncStatus.Open.class);
        return ((SyncStatus.Open) session.status()).circles();
    }
}
