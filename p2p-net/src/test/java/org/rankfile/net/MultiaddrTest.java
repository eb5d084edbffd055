// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

/// Pairs of text and bytes as go-multiaddr's tests and js-multiaddr have them.
@DisplayName("NET-3: multiaddrs")
class MultiaddrTest {
    private static final String PEER = "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA";

    @ParameterizedTest
    @CsvSource({
        "/ip4/1.2.3.4, 0401020304",
        "/ip4/127.0.0.1/tcp/4321, 047f0000010610e1",
        "/ip4/127.0.0.1/udp/1234, 047f000001910204d2",
        "/ip4/127.0.0.1/udp/1234/ip4/127.0.0.1/tcp/4321, 047f000001910204d2047f0000010610e1",
        "/ip6/2601:9:4f81:9700:803e:ca65:66e8:c21, 29260100094f819700803eca6566e80c21",
        "/ip6/::/tcp/0, 2900000000000000000000000000000000060000",
        "/ip6/::1/tcp/4001, 2900000000000000000000000000000001060fa1",
        "/ip6/2001:db8::1:0:0:1/udp/443/quic-v1,"
                + " 2920010db8000000000001000000000001910201bbcd03",
        "/dns/example.org/tcp/443, 350b6578616d706c652e6f72670601bb",
        "/dns4/example.org, 360b6578616d706c652e6f7267",
        "/dns6/a.b-c.example/udp/65535/quic-v1, 370d612e622d632e6578616d706c659102ffffcd03",
        "/ip4/198.51.100.7/tcp/4001/p2p/12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA"
                + "/p2p-circuit/p2p/12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA,"
                + " 04c6336407060fa1a503260024080112202ffa35a99d3a3cfbb17bb7c1dc5561b18a8dcca4df38"
                + "dc613ea859c37eb1336ba202a503260024080112202ffa35a99d3a3cfbb17bb7c1dc5561b18a8d"
                + "cca4df38dc613ea859c37eb1336b",
        "/p2p-circuit, a202"
    })
    void textAndBytesAreTheSameAddress(String text, String hex) {
        Multiaddr address = Multiaddr.of(text);
        assertThat(address).hasToString(text);
        assertThat(HexFormat.of().formatHex(address.bytes())).isEqualTo(hex);
        assertThat(Multiaddr.decode(address.bytes())).hasValue(address);
    }

    @ParameterizedTest
    @CsvSource({
        "/ip6/2001:DB8:0:0:1:0:0:1, /ip6/2001:db8::1:0:0:1",
        "/ip6/0:0:0:0:0:0:0:0, /ip6/::",
        "/ip6/1:0:2:0:3:0:4:0, /ip6/1:0:2:0:3:0:4:0",
        "/ip6/1:2:3:4:5:6::, /ip6/1:2:3:4:5:6::",
        "/p2p/bafzaajaiaejcal72gwuz2or47oyxxn6b3rkwdmmkrxgkjxzy3rqt5kczyn7lcm3l,"
                + " /p2p/12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA"
    })
    void otherSpellingsBecomeTheCanonicalOne(String text, String canonical) {
        assertThat(Multiaddr.of(text)).hasToString(canonical).isEqualTo(Multiaddr.of(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "ip4/1.2.3.4",
                "/ip4",
                "/ip4/",
                "/ip4/1.2.3",
                "/ip4/1.2.3.256",
                "/ip4/01.2.3.4",
                "/ip4/1.2.3.4/",
                "/ip4/1.2.3.4/tcp",
                "/ip4/1.2.3.4/tcp/65536",
                "/ip4/1.2.3.4/tcp/-1",
                "/ip4/1.2.3.4/tcp/080",
                "/ip6/1::2::3",
                "/ip6/12345::",
                "/ip6/1:2:3:4:5:6:7:8:9",
                "/ip6/1:2:3:4:5:6:7:8::",
                "/ip6/:::",
                "/ip6/fe80::1%eth0",
                "/ip6/::ffff:1.2.3.4",
                "/dns/",
                "/dns/-a",
                "/dns/a b",
                "/dns/müller.example",
                "/unix/socket",
                "/ip4/1.2.3.4/tcp/80/ws",
                "/ip4/1.2.3.4/tcp/80/p2p/QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N",
                "/onion3/abc:80"
            })
    void whatIsMalformedOrUnknownIsRefused(String text) {
        assertThat(Multiaddr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04010203",
                "8400",
                "0401020304ff",
                "06",
                "35",
                "3500",
                "3502612f",
                "a50300"
            })
    void malformedBytesAreRefused(String hex) {
        assertThat(Multiaddr.decode(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void tooLongOnesAreRefused() {
        assertThat(Multiaddr.parse("/p2p-circuit".repeat(16))).isPresent();
        assertThat(Multiaddr.parse("/p2p-circuit".repeat(17))).isEmpty();
        assertThat(Multiaddr.parse("/dns/" + "a".repeat(253))).isPresent();
        assertThat(Multiaddr.parse("/dns/" + "a".repeat(254))).isEmpty();
        assertThat(Multiaddr.parse("/dns/" + "a".repeat(100_000))).isEmpty();
        assertThat(Multiaddr.decode(new byte[100_000])).isEmpty();
    }

    @Test
    void thePeerAtTheEndIsFoundChangedAndTakenAway() {
        Multiaddr plain = Multiaddr.of("/ip4/1.2.3.4/tcp/80");
        PeerId peer = PeerId.parse(PEER).orElseThrow();
        Multiaddr whole = plain.withPeer(peer);
        assertThat(plain.peer()).isEmpty();
        assertThat(whole).hasToString("/ip4/1.2.3.4/tcp/80/p2p/" + PEER);
        assertThat(whole.peer()).hasValue(peer);
        assertThat(whole.withPeer(Node.id(5)).peer()).hasValue(Node.id(5));
        assertThat(whole.withoutPeer()).hasValue(plain);
        assertThat(Multiaddr.of("/p2p/" + PEER).withoutPeer()).isEmpty();
    }
}
