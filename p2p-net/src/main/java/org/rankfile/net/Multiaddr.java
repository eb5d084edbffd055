// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.rankfile.net.wire.ByteReader;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Varint;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A libp2p address such as `/ip4/192.0.2.1/tcp/4001/p2p/12D3KooW…`. Known are ip4, ip6, dns, dns4,
/// dns6, tcp, udp, quic-v1, p2p and p2p-circuit; every other kind is refused. A value: two are
/// equal if their binary forms are.
public final class Multiaddr {
    private final List<Part> parts;
    private final byte[] bytes;
    private final String text;

    /// One part.
    ///
    /// @param protocol its name, such as `tcp`
    /// @param value its value in canonical text form, empty where it has none
    public record Part(String protocol, String value) {}

    private Multiaddr(List<Part> parts, byte[] bytes) {
        this.parts = List.copyOf(parts);
        this.bytes = bytes;
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            all.append('/').append(part.protocol);
            if (!part.value.isEmpty()) {
                all.append('/').append(part.value);
            }
        }
        text = all.toString();
    }

    /// Reads the text form, of at most 1,024 characters; empty if it is not valid.
    public static Optional<Multiaddr> parse(String text) {
        if (text.length() > Limits.TEXT_CHARS || !text.startsWith("/")) {
            return Optional.empty();
        }
        Iterator<String> words = List.of(text.substring(1).split("/", -1)).iterator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (words.hasNext()) {
            Optional<AddressProtocol> known = AddressProtocol.byLabel(words.next());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            AddressProtocol protocol = known.get();
            Varint.write(out, protocol.code);
            if (protocol.size == 0) {
                continue;
            }
            Optional<byte[]> value =
                    words.hasNext() ? protocol.parse(words.next()) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (protocol.size == AddressProtocol.PREFIXED) {
                Varint.write(out, value.get().length);
            }
            out.writeBytes(value.get());
        }
        return decode(out.toByteArray());
    }

    /// Reads an address that the program itself wrote.
    ///
    /// @throws IllegalArgumentException if it is not valid
    public static Multiaddr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a multiaddr"));
    }

    /// Reads the binary form, of at most 512 bytes and 16 parts; empty if it is not valid, not in
    /// its shortest form, or has a part of an unknown kind.
    public static Optional<Multiaddr> decode(byte[] binary) {
        if (binary.length == 0 || binary.length > Limits.MULTIADDR_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = binary.clone();
        ByteReader in = new ByteReader(bytes);
        List<Part> parts = new ArrayList<>();
        try {
            while (!in.atEnd()) {
                Optional<Part> part = part(in);
                if (part.isEmpty() || parts.size() == Limits.MULTIADDR_PARTS) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
        } catch (Malformed e) {
            return Optional.empty();
        }
        return Optional.of(new Multiaddr(parts, bytes));
    }

    private static Optional<Part> part(ByteReader in) throws Malformed {
        Optional<AddressProtocol> known = AddressProtocol.byCode(in.varint());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        AddressProtocol protocol = known.get();
        byte[] value =
                protocol.size == AddressProtocol.PREFIXED
                        ? in.prefixed(protocol.maxBytes())
                        : in.bytes(protocol.size);
        return protocol.format(value).map(text -> new Part(protocol.label, text));
    }

    /// The parts in order.
    public List<Part> parts() {
        return parts;
    }

    /// The binary form, a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The peer that the address ends in, if it ends in `/p2p/…`.
    public Optional<PeerId> peer() {
        Part last = parts.getLast();
        return last.protocol.equals("p2p") ? PeerId.parse(last.value) : Optional.empty();
    }

    /// The address without a `/p2p/…` at its end; empty if there is nothing else.
    public Optional<Multiaddr> withoutPeer() {
        Part last = parts.getLast();
        return last.protocol.equals("p2p")
                ? parse(text.substring(0, text.length() - "/p2p/".length() - last.value.length()))
                : Optional.of(this);
    }

    /// The address with this peer at its end, in place of another one there.
    public Multiaddr withPeer(PeerId peer) {
        return of(withoutPeer().map(Multiaddr::toString).orElse("") + "/p2p/" + peer);
    }

    /// The canonical text form.
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Multiaddr address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
