// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.identify;

import org.rankfile.crypto.SigningKey;
import org.rankfile.net.IdentifyInfo;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.PeerId;
import org.rankfile.net.wire.ByteReader;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Varint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// What identify says and understands: our side as bytes, the peer's bytes as [IdentifyInfo]. Pure.
public final class Identify {
    /// Asks a peer about itself.
    public static final String PROTOCOL = "/ipfs/id/1.0.0";

    /// Tells a peer that something has changed.
    public static final String PUSH = "/ipfs/id/push/1.0.0";

    /// Bytes of a message with its length before it.
    public static final int MAX_BYTES = Limits.IDENTIFY_BYTES + 3;

    private static final String VERSION = "rankfile/1";

    private Identify() {}

    /// What we say about ourselves.
    ///
    /// @param sequence rises with every change
    public record Self(
            SigningKey key,
            String agent,
            List<String> protocols,
            List<Multiaddr> listening,
            long sequence) {}

    /// Our message for a peer, behind its length.
    public static byte[] write(Self self, Optional<Multiaddr> observed) {
        PeerId peer = PeerId.of(self.key.verifyKey());
        List<Multiaddr> listening =
                self.listening.stream().flatMap(a -> a.withoutPeer().stream()).toList();
        byte[] message =
                new IdentifyMessage(
                                Optional.of(peer.publicKey()),
                                listening.stream().map(Multiaddr::bytes).toList(),
                                self.protocols,
                                observed.flatMap(Multiaddr::withoutPeer).map(Multiaddr::bytes),
                                Optional.of(VERSION),
                                Optional.of(self.agent),
                                Optional.of(
                                        new PeerRecord(peer, self.sequence, listening)
                                                .sign(self.key)))
                        .write();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Varint.write(out, message.length);
        out.writeBytes(message);
        return out.toByteArray();
    }

    /// Understands a whole message behind its length, of at most [#MAX_BYTES]. Fields that are
    /// missing keep what was known before, as a push may be partial. A message whose signed record
    /// is older than the one known has been overtaken on its way, and changes nothing.
    ///
    /// @throws Malformed if it is no identify message, or tells of another key than the peer's
    public static IdentifyInfo read(byte[] delimited, PeerId peer, IdentifyInfo before)
            throws Malformed {
        ByteReader in = new ByteReader(delimited);
        IdentifyMessage message =
                IdentifyMessage.read(in.prefixed(Limits.IDENTIFY_BYTES), Limits.IDENTIFY_ENTRIES);
        boolean foreign =
                message.publicKey()
                        .map(key -> !PeerId.ofPublicKey(key).equals(Optional.of(peer)))
                        .orElse(false);
        if (foreign) {
            throw new Malformed("identify of another key");
        }
        List<Multiaddr> plain =
                message.listening().stream().flatMap(a -> Multiaddr.decode(a).stream()).toList();
        Optional<PeerRecord> signed = message.record().flatMap(r -> PeerRecord.open(r, peer));
        long sequence = signed.map(PeerRecord::sequence).orElse(before.sequence());
        if (Long.compareUnsigned(sequence, before.sequence()) < 0) {
            return before;
        }
        boolean keep = signed.isEmpty() && plain.isEmpty();
        return new IdentifyInfo(
                message.agent().map(Identify::printable).orElse(before.agent()),
                message.protocols().isEmpty() ? before.protocols() : message.protocols(),
                keep ? before.listening() : signed.map(PeerRecord::addresses).orElse(plain),
                message.observed().flatMap(Multiaddr::decode).or(before::observed),
                keep ? before.signed() : signed.isPresent(),
                sequence);
    }

    private static String printable(String agent) {
        String cut = agent.substring(0, Math.min(agent.length(), Limits.AGENT_CHARS));
        return cut.replaceAll("[^ -~]", "?");
    }
}
