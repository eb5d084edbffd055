// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;

import java.util.HexFormat;

/// The vectors of the peer-ids specification, and ids that js-libp2p wrote.
@DisplayName("NET-2: peer ids")
class PeerIdTest {
    private static final String SEED =
            "7e0830617c4a7de83925dfb2694556b12936c477a0e1feb2e148ec9da60fee7d";
    private static final String PUBLIC =
            "080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void theKeyOfTheSpecificationHasItsPublicForm() {
        PeerId id = PeerId.of(SigningKey.fromSeed(Secret.copyOf(hex(SEED))).verifyKey());
        assertThat(id.publicKey()).isEqualTo(hex(PUBLIC));
        assertThat(id).hasToString("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq");
        assertThat(PeerId.ofPublicKey(hex(PUBLIC))).hasValue(id);
    }

    @ParameterizedTest
    @CsvSource({
        "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA,"
                + " bafzaajaiaejcal72gwuz2or47oyxxn6b3rkwdmmkrxgkjxzy3rqt5kczyn7lcm3l,"
                + " k51qzi5uqu5dhdmyb9bd18pypu2wp5lpv2xnskfmrqa4lb5knqryrotb05e7or,"
                + " 0024080112202ffa35a99d3a3cfbb17bb7c1dc5561b18a8dcca4df38dc613ea859c37eb1336b",
        "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq,"
                + " bafzaajaiaejcahwr5d5ofrfbis4l5d6uwr57hu5tjodrypfm6yaq6dsc2r2pzyt6,"
                + " k51qzi5uqu5dgy8qsq67hbz73jqkw87l3fgf4a91qb0d9b5173tir7n4vxk1oe,"
                + " 0024080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e"
    })
    void allFormsOfAnIdAreTheSame(String base58, String base32, String base36, String multihash) {
        PeerId id = PeerId.parse(base58).orElseThrow();
        assertThat(id.bytes()).isEqualTo(hex(multihash));
        assertThat(id).hasToString(base58);
        assertThat(id.cid()).isEqualTo(base32);
        assertThat(PeerId.parse(base32)).hasValue(id);
        assertThat(PeerId.parse(base36)).hasValue(id);
        assertThat(PeerId.of(id.bytes())).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "b",
                "k",
                "QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N",
                "bafzbeie5745rpv2m6tjyuugywy4d5ewrqgqqhfnf445he3omzpjbx5xqxe",
                "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5S",
                "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SAA",
                "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5S0",
                "z12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA"
            })
    void anythingElseIsRefused(String text) {
        assertThat(PeerId.parse(text)).isEmpty();
    }

    @Test
    void aKeyOfSmallOrderIsNoPeer() {
        byte[] identityPoint = new byte[36];
        System.arraycopy(hex("08011220"), 0, identityPoint, 0, 4);
        identityPoint[4] = 1;
        assertThat(PeerId.ofPublicKey(identityPoint)).isEmpty();
    }
}
