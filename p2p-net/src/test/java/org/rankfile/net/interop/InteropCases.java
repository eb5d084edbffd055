// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.net.Echo;
import org.rankfile.net.Gate;
import org.rankfile.net.Mesh;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Everything that must work with an implementation that nobody here wrote, js-libp2p, over real
/// sockets in both directions. NET-32.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
abstract class InteropCases {
    private static final String RESET = "/test/reset/1.0.0";

    private final @Nullable NetworkKey network;
    private JsPeer js;
    private Mesh ours;
    private String ourAddress;

    @SuppressWarnings("NullAway.Init")
    InteropCases(@Nullable NetworkKey network) {
        this.network = network;
    }

    @BeforeAll
    void start() throws Exception {
        Optional<String> missing = JsPeer.missing();
        assumeTrue(missing.isEmpty(), () -> "js-libp2p interop is skipped: " + missing.get());
        js = JsPeer.start(network);
        ours = Node.open(21, network);
        ours.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        ours.serve(
                RESET,
                Gate.Access.MEMBER,
                stream -> {
                    stream.readExactly(1);
                    stream.reset();
                });
        ourAddress = ours.listen(Node.LOOPBACK).getFirst().toString();
    }

    @AfterAll
    void stop() throws Exception {
        if (ours != null) {
            ours.close();
        }
        if (js != null) {
            js.close();
        }
    }

    JsPeer js() {
        return js;
    }

    private JsonNode call(String op, Map<String, Object> more) throws Exception {
        Map<String, Object> arguments = new java.util.TreeMap<>(more);
        arguments.put("to", ourAddress);
        JsonNode answer = js.call(op, arguments);
        assertThat(answer.get("ok").asBoolean()).as(answer.toString()).isTrue();
        return answer;
    }

    @Test
    void weDialJsAndEachKnowsTheOther() throws Exception {
        try (Mesh mesh = Node.open(22, network)) {
            Node.Events events = new Node.Events();
            mesh.observe(events);
            Peer peer = mesh.dial(js.address());
            assertThat(peer.id()).isEqualTo(js.id());
            assertThat(peer.ping()).isPositive();
            events.await("identified");
            assertThat(peer.identity().agent()).startsWith("js-libp2p");
            assertThat(peer.identity().protocols()).contains(Node.ECHO, "/ipfs/ping/1.0.0");
            assertThat(peer.identity().signed()).isTrue();
            assertThat(peer.identity().listening())
                    .contains(js.address().withoutPeer().orElseThrow());
            JsonNode told =
                    js.event(e ->
                            e.get("event").asText().equals("identify")
                                    && e.get("agent").asText().equals("test/22"));
            assertThat(told.get("peer").asText()).isEqualTo(mesh.self().toString());
            assertThat(told.get("signed").asBoolean()).isTrue();
        }
    }

    @Test
    void jsDialsUsAndPings() throws Exception {
        JsonNode dialled = call("dial", Map.of());
        assertThat(dialled.get("peer").asText()).isEqualTo(ours.self().toString());
        assertThat(call("ping", Map.of()).get("millis").asInt()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_000_003, 64 << 20})
    void whatWeSendToJsComesBackWhole(int bytes) throws Exception {
        Peer peer = ours.dial(js.address());
        assertThat(Echo.roundTrip(peer, bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_000_003, 64 << 20})
    void whatJsSendsToUsComesBackWhole(int bytes) throws Exception {
        assertThat(call("echo", Map.of("bytes", bytes)).get("same").asBoolean()).isTrue();
    }

    @Test
    void weOpenAThousandStreamsAtJs() throws Exception {
        Peer peer = ours.dial(js.address());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                all.add(threads.submit(() -> Echo.roundTrip(peer, 1000)));
            }
            for (Future<Long> one : all) {
                assertThat(one.get()).isEqualTo(1000);
            }
        }
    }

    @Test
    void jsOpensAThousandStreamsAtUs() throws Exception {
        JsonNode answer = call("streams", Map.of("count", 1000, "bytes", 1000));
        assertThat(answer.get("same").asInt()).isEqualTo(1000);
    }

    @Test
    void aResetOfJsReachesUs() throws Exception {
        Peer peer = ours.dial(js.address());
        try (Stream stream = peer.open(RESET)) {
            stream.write(new byte[1]);
            assertThatThrownBy(() -> stream.read(new byte[1], 0, 1))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
        }
    }

    @Test
    void aResetOfOursReachesJs() throws Exception {
        assertThat(call("wasReset", Map.of("protocol", RESET)).get("status").asText())
                .isEqualTo("reset");
    }

    @Test
    void aStreamThatJsResetsEndsHereAndTheConnectionGoesOn() throws Exception {
        CompletableFuture<Reason> ended = new CompletableFuture<>();
        ours.serve(
                Node.ECHO,
                Gate.Access.MEMBER,
                stream -> {
                    try {
                        Node.echo(stream);
                    } catch (NetException e) {
                        ended.complete(e.reason());
                    }
                });
        call("reset", Map.of());
        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(Reason.CLOSED);
        assertThat(call("echo", Map.of("bytes", 10)).get("same").asBoolean()).isTrue();
        ours.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
    }

    @Test
    void whatIsNotServedIsRefusedBothWays() throws Exception {
        JsonNode answer =
                js.call("open", Map.of("to", ourAddress, "protocol", "/test/unknown/1.0.0"));
        assertThat(answer.get("ok").asBoolean()).isFalse();
        Peer peer = ours.dial(js.address());
        assertThatThrownBy(() -> peer.open("/test/unknown/1.0.0"))
                .isInstanceOfSatisfying(
                        NetException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL_UNKNOWN));
    }
}
