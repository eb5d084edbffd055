// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.DhKey;
import org.rankfile.crypto.Secret;

import java.io.InputStream;
import java.util.HexFormat;

@DisplayName("NET-20: Noise XX follows the published vectors of cacophony and snow")
class NoiseVectorsTest {
    @Test
    void everyMessageOfEveryVectorIsTheSame() throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/noise/xx.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file);
            assertThat(vectors.size()).isEqualTo(2);
            vectors.forEach(NoiseVectorsTest::follow);
        }
    }

    private static void follow(JsonNode vector) {
        NoiseXx initiator = start(vector, "init", true);
        NoiseXx responder = start(vector, "resp", false);
        JsonNode messages = vector.get("messages");
        for (int i = 0; i < 3; i++) {
            NoiseXx from = i % 2 == 0 ? initiator : responder;
            NoiseXx to = i % 2 == 0 ? responder : initiator;
            byte[] payload = hex(messages.get(i), "payload");
            byte[] message = from.write(payload).orElseThrow();
            assertThat(message).isEqualTo(hex(messages.get(i), "ciphertext"));
            assertThat(to.read(message)).hasValue(payload);
        }
        NoiseTransport ours = initiator.finish();
        NoiseTransport theirs = responder.finish();
        assertThat(ours.handshakeHash()).isEqualTo(theirs.handshakeHash());
        if (vector.has("handshake_hash")) {
            assertThat(ours.handshakeHash()).isEqualTo(hex(vector, "handshake_hash"));
        }
        for (int i = 3; i < messages.size(); i++) {
            NoiseTransport from = i % 2 == 0 ? ours : theirs;
            NoiseTransport to = i % 2 == 0 ? theirs : ours;
            byte[] payload = hex(messages.get(i), "payload");
            byte[] sealed = from.seal(payload);
            assertThat(sealed).isEqualTo(hex(messages.get(i), "ciphertext"));
            assertThat(to.open(sealed)).hasValue(payload);
        }
    }

    private static NoiseXx start(JsonNode vector, String side, boolean initiator) {
        return new NoiseXx(
                initiator,
                hex(vector, side + "_prologue"),
                key(vector, side + "_static"),
                key(vector, side + "_ephemeral"));
    }

    private static DhKey key(JsonNode vector, String name) {
        return DhKey.fromSeed(Secret.copyOf(hex(vector, name)));
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(node.get(name).asText());
    }
}
