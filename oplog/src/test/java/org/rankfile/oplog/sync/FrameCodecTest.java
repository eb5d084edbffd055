// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

class FrameCodecTest {

    private static final SyncLimits LIMITS = SyncLimits.STANDARD;

    @Test
    @DisplayName("SYN-1: what is written is read, and written again it is the same")
    void everyFrameSurvives() throws SyncFault {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = FrameWriter.encode(RandomFrames.next(random));
            assertThat(FrameWriter.encode(FrameReader.decode(bytes, LIMITS))).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("SYN-1: whatever is accepted is the one canonical encoding of it")
    void mutatedFramesAreRefusedOrCanonical() {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutate(FrameWriter.encode(RandomFrames.next(random)), random);
            try {
                Frame frame = FrameReader.decode(bytes, LIMITS);
                if (!(frame instanceof Frame.Fail)) {
                    assertThat(FrameWriter.encode(frame)).isEqualTo(bytes);
                }
            } catch (SyncFault fault) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2000);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
            case 2 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    @Test
    @DisplayName("SYN-1: the vectors of docs/spec/vectors/sync-frames.json")
    void publishedVectors() throws IOException, SyncFault {
        Path file =
                Path.of(System.getProperty("rankfile.root"), "docs/spec/vectors/sync-frames.json");
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        assertThat(root.get("valid")).isNotEmpty();
        for (JsonNode vector : root.get("valid")) {
            byte[] bytes = HexFormat.of().parseHex(vector.get("frame").asText());
            Frame frame = FrameReader.decode(bytes, LIMITS);
            assertThat(frame.getClass().getSimpleName()).isEqualTo(vector.get("kind").asText());
            assertThat(FrameWriter.encode(frame)).isEqualTo(bytes);
        }
        assertThat(root.get("refused")).isNotEmpty();
        for (JsonNode vector : root.get("refused")) {
            byte[] bytes = HexFormat.of().parseHex(vector.get("frame").asText());
            assertThatThrownBy(() -> FrameReader.decode(bytes, LIMITS))
                    .as(vector.get("why").asText())
                    .isInstanceOfSatisfying(
                            SyncFault.class,
                            fault ->
                                    assertThat(fault.reason().name())
                                            .isEqualTo(vector.get("reason").asText()));
        }
    }

    @Test
    @DisplayName("SYN-1: a frame above the limit is refused unread")
    void tooLarge() {
        assertThatThrownBy(() -> FrameReader.decode(new byte[LIMITS.frameBytes() + 1], LIMITS))
                .isInstanceOf(SyncFault.class)
                .hasMessage("TOO_LARGE");
    }

    @Test
    @DisplayName("SYN-1: frames are found in a byte stream however it is cut")
    void framesInAStream() throws FrameStream.FrameTooLarge {
        Random random = new Random(3);
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sent.add(FrameWriter.encode(RandomFrames.next(random)));
        }
        byte[] stream = FrameStream.bytes(sent);
        FrameStream reader = new FrameStream(LIMITS);
        List<byte[]> got = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            int length = Math.min(stream.length - at, random.nextInt(200));
            got.addAll(reader.feed(stream, at, length));
            at += length;
        }
        assertThat(FrameStream.bytes(got)).isEqualTo(stream);
    }

    @Test
    @DisplayName("SYN-1: a stream that announces an impossible frame is refused at once")
    void impossibleLengths() {
        for (String hex : List.of("00000000", "00010001", "ffffffff", "7fffffff")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            FrameStream reader = new FrameStream(LIMITS);
            assertThatThrownBy(() -> reader.feed(bytes, 0, 4))
                    .isInstanceOf(FrameStream.FrameTooLarge.class);
        }
    }
}
