// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.rankfile.net.wire.BaseN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of parts that a [Multiaddr] may have, with their codes of the multicodec table; all
/// others are refused.
enum AddressProtocol {
    IP4(4, "ip4", 4),
    TCP(6, "tcp", 2),
    IP6(41, "ip6", 16),
    DNS(53, "dns", AddressProtocol.PREFIXED),
    DNS4(54, "dns4", AddressProtocol.PREFIXED),
    DNS6(55, "dns6", AddressProtocol.PREFIXED),
    UDP(273, "udp", 2),
    P2P_CIRCUIT(290, "p2p-circuit", 0),
    P2P(421, "p2p", AddressProtocol.PREFIXED),
    QUIC_V1(461, "quic-v1", 0);

    static final int PREFIXED = -1;

    private static final int NAME_CHARS = 253;

    final int code;
    final String label;

    /// Bytes of the value, or [#PREFIXED] if its length is written before it.
    final int size;

    AddressProtocol(int code, String label, int size) {
        this.code = code;
        this.label = label;
        this.size = size;
    }

    static Optional<AddressProtocol> byCode(long code) {
        return Arrays.stream(values()).filter(p -> p.code == code).findFirst();
    }

    static Optional<AddressProtocol> byLabel(String label) {
        return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
    }

    /// The longest value in bytes.
    int maxBytes() {
        return size == PREFIXED ? NAME_CHARS : size;
    }

    /// The value behind its text; empty if it is not valid.
    Optional<byte[]> parse(String text) {
        return switch (this) {
            case IP4 -> IpText.parse4(text);
            case IP6 -> IpText.parse6(text);
            case TCP, UDP -> port(text);
            case DNS, DNS4, DNS6 -> name(text);
            case P2P -> PeerId.parse(text).map(PeerId::bytes);
            case P2P_CIRCUIT, QUIC_V1 -> Optional.empty();
        };
    }

    /// The text of a value in binary form; empty if it is not valid.
    Optional<String> format(byte[] value) {
        return switch (this) {
            case IP4 -> Optional.of(IpText.format4(value));
            case IP6 -> Optional.of(IpText.format6(value));
            case TCP, UDP ->
                    Optional.of(Integer.toString(((value[0] & 0xff) << 8) | (value[1] & 0xff)));
            case DNS, DNS4, DNS6 -> {
                String text = new String(value, StandardCharsets.ISO_8859_1);
                yield name(text).map(_ -> text);
            }
            case P2P -> PeerId.of(value).map(_ -> BaseN.BASE58BTC.encode(value));
            case P2P_CIRCUIT, QUIC_V1 -> Optional.of("");
        };
    }

    private static Optional<byte[]> port(String text) {
        if (!text.matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text);
        return Optional.of(new byte[] {(byte) (port >> 8), (byte) port});
    }

    private static Optional<byte[]> name(String text) {
        return text.length() <= NAME_CHARS
                        && text.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?")
                ? Optional.of(text.getBytes(StandardCharsets.US_ASCII))
                : Optional.empty();
    }
}
