// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

@DisplayName("NET-25: yamux")
class YamuxTest {
    private static final Limits LIMITS = Limits.defaults().withStreams(8);
    private static final byte[] NOTHING = new byte[0];

    private final Recorder clientSaw = new Recorder();
    private final Recorder serverSaw = new Recorder();
    private final Yamux client = new Yamux(true, LIMITS, clientSaw);
    private final Yamux server = new Yamux(false, LIMITS, serverSaw);

    /// Writes down what a session tells.
    private static final class Recorder implements Yamux.Events {
        final List<String> events = new ArrayList<>();
        final ByteArrayOutputStream data = new ByteArrayOutputStream();

        @Override
        public void opened(int stream) {
            events.add("opened " + stream);
        }

        @Override
        public void data(int stream, byte[] bytes, int offset, int length) {
            data.write(bytes, offset, length);
        }

        @Override
        public void granted(int stream) {
            events.add("granted " + stream);
        }

        @Override
        public void ended(int stream) {
            events.add("ended " + stream);
        }

        @Override
        public void reset(int stream) {
            events.add("reset " + stream);
        }

        @Override
        public void pong(int value) {
            events.add("pong " + value);
        }

        @Override
        public void goAway(long code) {
            events.add("goAway " + code);
        }
    }

    private static byte[] frame(int type, int flags, int stream, int length) {
        return ByteBuffer.allocate(12)
                .put((byte) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putInt(stream)
                .putInt(length)
                .array();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void deliver() throws NetException {
        while (client.queued() + server.queued() > 0) {
            server.receive(client.take(1 << 20));
            client.receive(server.take(1 << 20));
        }
    }

    @Test
    void openingSendsAWindowUpdateWithSynAndTheLargerWindow() throws Exception {
        assertThat(client.open()).isEqualTo(1);
        assertThat(HexFormat.of().formatHex(client.take(100)))
                .isEqualTo("000100010000000100" + "0c0000");
        assertThat(server.open()).isEqualTo(2);
    }

    @Test
    void dataPassesAndBothEndsFinishForThemselves() throws Exception {
        int id = client.open();
        assertThat(client.send(id, new byte[] {1, 2, 3}, 1, 2)).isEqualTo(2);
        client.closeWrite(id);
        deliver();
        assertThat(serverSaw.events).containsExactly("opened 1", "granted 1", "ended 1");
        assertThat(serverSaw.data.toByteArray()).containsExactly(2, 3);
        assertThat(server.send(id, new byte[] {4}, 0, 1)).isEqualTo(1);
        server.closeWrite(id);
        deliver();
        assertThat(clientSaw.events).containsExactly("granted 1", "ended 1");
        assertThat(client.send(id, new byte[1], 0, 1)).isZero();
    }

    @Test
    void noMoreIsSentThanTheWindowAndReadingGrantsMore() throws Exception {
        int id = client.open();
        deliver();
        byte[] much = new byte[3 << 20];
        long sent = sendAll(id, much);
        assertThat(sent).isEqualTo(LIMITS.windowBytes());
        deliver();
        assertThat(sendAll(id, much)).isZero();
        server.consumed(id, LIMITS.windowBytes() / 2 - 1);
        assertThat(server.queued()).isZero();
        server.consumed(id, 1);
        deliver();
        assertThat(sendAll(id, much)).isEqualTo(LIMITS.windowBytes() / 2);
    }

    private long sendAll(int id, byte[] bytes) {
        long sent = 0;
        int n = client.send(id, bytes, 0, bytes.length);
        while (n > 0) {
            sent += n;
            n = client.send(id, bytes, 0, bytes.length);
        }
        return sent;
    }

    @Test
    void aFullFrameFillsANoiseMessage() throws Exception {
        int id = client.open();
        client.take(100);
        client.send(id, new byte[100_000], 0, 100_000);
        assertThat(client.take(65_519)).hasSize(65_519);
        assertThat(client.queued()).isZero();
    }

    @Test
    void framesMayArriveByteByByte() throws Exception {
        int id = client.open();
        client.send(id, new byte[] {7, 8}, 0, 2);
        for (byte one : client.take(1000)) {
            server.receive(new byte[] {one});
        }
        assertThat(serverSaw.data.toByteArray()).containsExactly(7, 8);
    }

    @Test
    void pingsAreAnsweredAndGoAwayEndsOpening() throws Exception {
        client.ping(77);
        deliver();
        assertThat(clientSaw.events).containsExactly("pong 77");
        server.goAway(0);
        deliver();
        assertThat(clientSaw.events).contains("goAway 0");
        refused(Reason.CLOSED, client::open);
        refused(Reason.CLOSED, server::open);
    }

    @Test
    void aResetReachesTheFarEndAndLateDataIsThrownAway() throws Exception {
        int id = client.open();
        deliver();
        client.send(id, new byte[1000], 0, 1000);
        server.reset(id);
        deliver();
        assertThat(clientSaw.events).contains("reset 1");
        assertThat(serverSaw.data.size()).isZero();
        assertThat(client.writable(id)).isFalse();
    }

    @Test
    @DisplayName("NET-26: more than the window ends the session")
    void aWindowThatIsExceededEndsTheSession() throws Exception {
        server.receive(frame(1, 1, 1, 0));
        refused(Reason.WINDOW_EXCEEDED, () -> server.receive(frame(0, 0, 1, (1 << 20) + 1)));
    }

    @Test
    void aWindowThatGrowsBeyond32BitsEndsTheSession() throws Exception {
        server.receive(frame(1, 1, 1, 0));
        refused(Reason.WINDOW_EXCEEDED, () -> server.receive(frame(1, 0, 1, -1)));
    }

    @Test
    @DisplayName("NET-27: a flood of streams or of answers ends the session")
    void floodsEndTheSession() throws Exception {
        for (int i = 0; i < 8; i++) {
            server.receive(frame(1, 1, 2 * i + 1, 0));
        }
        refused(Reason.TOO_MANY_STREAMS, () -> server.receive(frame(1, 1, 17, 0)));
        refused(
                Reason.FLOOD,
                () -> {
                    for (int i = 0; i < 100_000; i++) {
                        client.receive(frame(2, 1, 0, i));
                    }
                });
    }

    @Test
    void streamsThatWereOverDoNotCount() throws Exception {
        for (int i = 0; i < 100; i++) {
            int id = client.open();
            client.closeWrite(id);
            deliver();
            server.closeWrite(id);
            deliver();
        }
        for (int i = 0; i < 8; i++) {
            client.open();
        }
        refused(Reason.TOO_MANY_STREAMS, client::open);
    }

    @ParameterizedTest(name = "type {0} flags {1} stream {2} length {3}")
    @CsvSource({
        "4, 0, 0, 0",
        "0, 0, 0, 0",
        "1, 0, 0, 0",
        "2, 1, 1, 0",
        "3, 0, 1, 0",
        "0, 16, 1, 0",
        "0, 1, 2, 0",
        "0, 1, 0, 0",
        "0, 0, 1, 0",
        "1, 0, 2, 0",
        "0, 1, -1, 0",
        "-1, 1, 1, 0"
    })
    void framesThatBreakTheRulesEndTheSession(int type, int flags, int stream, int length) {
        refused(Reason.MALFORMED, () -> server.receive(frame(type, flags, stream, length)));
    }

    @Test
    void anotherVersionAStreamTwiceAndDataAfterTheEndAreMalformed() throws Exception {
        byte[] other = frame(2, 1, 0, 0);
        other[0] = 1;
        refused(Reason.MALFORMED, () -> client.receive(other));
        server.receive(frame(1, 1, 5, 0));
        refused(Reason.MALFORMED, () -> server.receive(frame(1, 1, 5, 0)));
        refused(Reason.MALFORMED, () -> server.receive(frame(1, 1, 3, 0)));
        server.receive(frame(0, 4, 5, 0));
        server.receive(frame(0, 4, 5, 0));
        refused(Reason.MALFORMED, () -> server.receive(frame(0, 0, 5, 1)));
        assertThat(serverSaw.events).containsExactly("opened 5", "ended 5");
    }

    @Test
    void anyInterleavingOfTwoSeededSessionsKeepsTheBytes() throws Exception {
        Random random = new Random(4);
        int id = client.open();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        byte[] chunk = new byte[200_000];
        while (sent.size() < 8 << 20) {
            random.nextBytes(chunk);
            int n = client.send(id, chunk, 0, random.nextInt(chunk.length));
            sent.write(chunk, 0, n);
            int before = serverSaw.data.size();
            server.receive(client.take(1 + random.nextInt(100_000)));
            server.consumed(id, serverSaw.data.size() - before);
            client.receive(server.take(1 + random.nextInt(30)));
        }
        deliver();
        assertThat(serverSaw.data.toByteArray()).isEqualTo(sent.toByteArray());
        assertThat(client.take(1)).isEqualTo(NOTHING);
    }
}
