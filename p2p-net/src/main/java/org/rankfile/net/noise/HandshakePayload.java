// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import org.rankfile.crypto.DhPublic;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.PeerId;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.ProtoReader;
import org.rankfile.net.wire.ProtoWriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What libp2p puts into the second and third Noise message: the identity key, its signature over
/// the static Noise key, and the multiplexers for early negotiation (libp2p specs, noise).
///
/// @param peer whose key it is
/// @param muxers the multiplexers that the peer offers, most wanted first; empty if it says nothing
record HandshakePayload(PeerId peer, List<String> muxers) {
    private static final int MUXERS = 16;
    private static final byte[] SIGNED_BEFORE =
            "noise-libp2p-static-key:".getBytes(StandardCharsets.US_ASCII);

    static byte[] write(SigningKey identity, DhPublic noiseKey, List<String> muxers) {
        ProtoWriter extensions = new ProtoWriter();
        muxers.forEach(muxer -> extensions.text(2, muxer));
        return new ProtoWriter()
                .bytes(1, PeerId.of(identity.verifyKey()).publicKey())
                .bytes(2, identity.signForeign(signed(noiseKey)).bytes())
                .bytes(4, extensions.toBytes())
                .toBytes();
    }

    static HandshakePayload read(byte[] message, DhPublic noiseKey) throws NetException {
        byte[] key = new byte[0];
        byte[] signature = new byte[0];
        List<String> muxers = List.of();
        try {
            ProtoReader in = new ProtoReader(message);
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> key = in.bytes();
                    case 2 -> signature = in.bytes();
                    case 4 -> muxers = muxers(in.bytes());
                    default -> {
                        // Unknown fields are for later versions.
                    }
                }
            }
        } catch (Malformed e) {
            throw new NetException(Reason.HANDSHAKE, e);
        }
        PeerId peer = PeerId.ofPublicKey(key).orElseThrow(() -> new NetException(Reason.HANDSHAKE));
        boolean authentic =
                Signature.of(signature)
                        .map(s -> peer.key().verifyForeign(s, signed(noiseKey)))
                        .orElse(false);
        if (!authentic) {
            throw new NetException(Reason.HANDSHAKE);
        }
        return new HandshakePayload(peer, muxers);
    }

    private static List<String> muxers(byte[] extensions) throws Malformed {
        List<String> muxers = new ArrayList<>();
        ProtoReader in = new ProtoReader(extensions);
        while (in.next()) {
            if (in.field() == 2 && muxers.size() < MUXERS) {
                muxers.add(in.text());
            }
        }
        return muxers;
    }

    private static byte[] signed(DhPublic noiseKey) {
        byte[] all = java.util.Arrays.copyOf(SIGNED_BEFORE, SIGNED_BEFORE.length + 32);
        System.arraycopy(noiseKey.bytes(), 0, all, SIGNED_BEFORE.length, 32);
        return all;
    }
}
