// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.identify;

import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.PeerId;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.ProtoReader;
import org.rankfile.net.wire.ProtoWriter;
import org.rankfile.net.wire.Varint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a peer listens, signed by its key (libp2p specs, RFC 0002 signed envelopes and RFC 0003
/// peer records, with the numbers that all implementations use).
///
/// @param sequence a later record has a higher one
record PeerRecord(PeerId peer, long sequence, List<Multiaddr> addresses) {
    private static final byte[] DOMAIN = "libp2p-peer-record".getBytes(StandardCharsets.US_ASCII);

    /// The multicodec of peer records.
    private static final byte[] TYPE = {0x03, 0x01};

    byte[] sign(SigningKey key) {
        ProtoWriter record = new ProtoWriter().bytes(1, peer.bytes()).number(2, sequence);
        for (Multiaddr address : addresses) {
            record.bytes(3, new ProtoWriter().bytes(1, address.bytes()).toBytes());
        }
        byte[] payload = record.toBytes();
        return new ProtoWriter()
                .bytes(1, peer.publicKey())
                .bytes(2, TYPE)
                .bytes(3, payload)
                .bytes(5, key.signForeign(signed(payload)).bytes())
                .toBytes();
    }

    /// Reads an envelope that the given peer must have signed; empty if it is malformed, of another
    /// type, by another peer, or not authentic. The payload is looked at only after its signature.
    static Optional<PeerRecord> open(byte[] envelope, PeerId expected) {
        byte[] key = new byte[0];
        byte[] type = new byte[0];
        byte[] payload = new byte[0];
        byte[] signature = new byte[0];
        try {
            ProtoReader in = new ProtoReader(envelope);
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> key = in.bytes();
                    case 2 -> type = in.bytes();
                    case 3 -> payload = in.bytes();
                    case 5 -> signature = in.bytes();
                    default -> {
                        // Unknown fields are for later versions.
                    }
                }
            }
            byte[] text = signed(payload);
            boolean authentic =
                    Arrays.equals(key, expected.publicKey())
                            && Arrays.equals(type, TYPE)
                            && Signature.of(signature)
                                    .map(s -> expected.key().verifyForeign(s, text))
                                    .orElse(false);
            return authentic ? read(payload, expected) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Optional<PeerRecord> read(byte[] payload, PeerId expected) throws Malformed {
        byte[] peer = new byte[0];
        long sequence = 0;
        List<Multiaddr> addresses = new ArrayList<>();
        ProtoReader in = new ProtoReader(payload);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> peer = in.bytes();
                case 2 -> sequence = in.number();
                case 3 -> address(in.bytes()).ifPresent(addresses::add);
                default -> {
                    // Unknown fields are for later versions.
                }
            }
        }
        boolean own = Arrays.equals(peer, expected.bytes());
        boolean bounded = addresses.size() <= Limits.IDENTIFY_ENTRIES;
        return own && bounded
                ? Optional.of(new PeerRecord(expected, sequence, List.copyOf(addresses)))
                : Optional.empty();
    }

    private static Optional<Multiaddr> address(byte[] info) throws Malformed {
        ProtoReader in = new ProtoReader(info);
        Optional<Multiaddr> address = Optional.empty();
        while (in.next()) {
            if (in.field() == 1) {
                address = Multiaddr.decode(in.bytes());
            }
        }
        return address;
    }

    private static byte[] signed(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : List.of(DOMAIN, TYPE, payload)) {
            Varint.write(out, part.length);
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
