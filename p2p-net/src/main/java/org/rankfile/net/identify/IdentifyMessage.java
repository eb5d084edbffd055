// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.identify;

import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.ProtoReader;
import org.rankfile.net.wire.ProtoWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The message of libp2p identify 1.0.0, as fields of bytes that are not yet understood. All lists
/// are cut to a bound.
///
/// @param observed the address at which the sender sees the receiver
/// @param record a signed envelope with the sender's peer record
record IdentifyMessage(
        Optional<byte[]> publicKey,
        List<byte[]> listening,
        List<String> protocols,
        Optional<byte[]> observed,
        Optional<String> protocolVersion,
        Optional<String> agent,
        Optional<byte[]> record) {
    /// Copies the lists.
    public IdentifyMessage {
        listening = List.copyOf(listening);
        protocols = List.copyOf(protocols);
    }

    /// The bytes, without a length before them.
    public byte[] write() {
        ProtoWriter out = new ProtoWriter();
        publicKey.ifPresent(key -> out.bytes(1, key));
        listening.forEach(address -> out.bytes(2, address));
        protocols.forEach(protocol -> out.text(3, protocol));
        observed.ifPresent(address -> out.bytes(4, address));
        protocolVersion.ifPresent(version -> out.text(5, version));
        agent.ifPresent(name -> out.text(6, name));
        record.ifPresent(envelope -> out.bytes(8, envelope));
        return out.toBytes();
    }

    /// Reads a message; of each list at most `entries` are kept.
    ///
    /// @throws Malformed if it is no such message
    public static IdentifyMessage read(byte[] message, int entries) throws Malformed {
        List<byte[]> listening = new ArrayList<>();
        List<String> protocols = new ArrayList<>();
        Optional<byte[]> key = Optional.empty();
        Optional<byte[]> observed = Optional.empty();
        Optional<byte[]> record = Optional.empty();
        Optional<String> version = Optional.empty();
        Optional<String> agent = Optional.empty();
        ProtoReader in = new ProtoReader(message);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = Optional.of(in.bytes());
                case 2 -> addBounded(listening, in.bytes(), entries);
                case 3 -> addBounded(protocols, in.text(), entries);
                case 4 -> observed = Optional.of(in.bytes());
                case 5 -> version = Optional.of(in.text());
                case 6 -> agent = Optional.of(in.text());
                case 8 -> record = Optional.of(in.bytes());
                default -> {
                    // Unknown fields are for later versions.
                }
            }
        }
        return new IdentifyMessage(key, listening, protocols, observed, version, agent, record);
    }

    private static <T> void addBounded(List<T> list, T entry, int entries) {
        if (list.size() < entries) {
            list.add(entry);
        }
    }
}
