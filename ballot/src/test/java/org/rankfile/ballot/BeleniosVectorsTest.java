// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.TrusteeKeys;
import org.rankfile.crypto.Hash;
import org.rankfile.testkit.SeededRandom;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The values of `vectors-A.json`, which are those of an election made by belenios-tool 2.0.
class BeleniosVectorsTest {
    private static final Group GROUP = Groups.BELENIOS_2048;
    private static JsonNode vectors = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = BeleniosVectorsTest.class.getResourceAsStream("vectors-A.json")) {
            vectors = new ObjectMapper().readTree(in);
        }
    }

    private static BigInteger number(JsonNode node) {
        return new BigInteger(node.asText());
    }

    private static Scalar scalar(JsonNode node) {
        return new Scalar(number(node));
    }

    @Test
    @DisplayName("BAL-1: the groups are those of the specification")
    void theGroupIsTheOneOfTheSpecification() {
        JsonNode group = vectors.path("group");
        assertThat(Groups.named(group.path("name").asText())).contains(GROUP);
        assertThat(GROUP.modulus()).isEqualTo(number(group.path("p")));
        assertThat(GROUP.order()).isEqualTo(number(group.path("q")));
        assertThat(GROUP.generator().value()).isEqualTo(number(group.path("g")));
        for (Group each : List.of(GROUP, Groups.RFC_3526_2048)) {
            assertThat(each.contains(each.generator())).isTrue();
            assertThat(each.modulus().isProbablePrime(64)).isTrue();
            assertThat(each.order().isProbablePrime(64)).isTrue();
        }
    }

    @Test
    void hashesOfInputsAreReducedByTheOrder() {
        assertThat(vectors.path("hash_inputs"))
                .hasSizeGreaterThan(7)
                .allSatisfy(each -> {
                    String input = each.path("input").asText();
                    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
                    assertThat(Hash.sha256Plain(bytes).hex())
                            .isEqualTo(each.path("sha256").asText());
                    assertThat(GROUP.hash(input, List.of())).isEqualTo(scalar(each.path("mod_q")));
                });
    }

    @Test
    void theFingerprintIsTheHashInBase64() {
        byte[] hash = Hash.fromHex(vectors.path("election_sha256_hex").asText()).bytes();
        assertThat(Base64.getEncoder().withoutPadding().encodeToString(hash))
                .isEqualTo(vectors.path("phi").asText())
                .hasSize(Fingerprint.CHARS);
    }

    @Test
    void publicCredentialsFollowFromPrivateOnes() {
        assertThat(vectors.path("credentials"))
                .hasSize(6)
                .allSatisfy(each -> {
                    BigInteger derived = new BigInteger(each.path("pbkdf2_hex").asText(), 16);
                    Scalar secret = GROUP.scalar(derived);
                    assertThat(secret).isEqualTo(scalar(each.path("s")));
                    assertThat(GROUP.power(secret).value()).isEqualTo(number(each.path("public")));
                    assertThat(Credential.ofSecret(GROUP, "", secret).key().value())
                            .isEqualTo(number(each.path("public")));
                });
    }

    @Test
    void trusteesKeysFollowFromTheirSeeds() {
        assertThat(vectors.path("trustees"))
                .hasSize(3)
                .allSatisfy(each -> {
                    TrusteeKeys keys = TrusteeKeys.of(GROUP, each.path("seed").asText());
                    assertThat(keys.verification())
                            .isEqualTo(GROUP.power(reduced(each.path("sk"))));
                    assertThat(keys.encryption()).isEqualTo(GROUP.power(reduced(each.path("dk"))));
                    Scalar share = reduced(each.path("decryption_key_raw"));
                    assertThat(share).isEqualTo(scalar(each.path("x_mod_q")));
                    assertThat(DecryptionKey.of(GROUP, share, new SeededRandom(1)).key().value())
                            .isEqualTo(number(each.path("public_key")));
                });
    }

    private static Scalar reduced(JsonNode node) {
        return GROUP.scalar(number(node));
    }
}
