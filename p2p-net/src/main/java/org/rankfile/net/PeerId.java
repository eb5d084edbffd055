// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.wire.BaseN;

import java.util.Arrays;
import java.util.Optional;

/// Who a peer is: its Ed25519 key as a libp2p peer id, the identity multihash of the key's protobuf
/// (libp2p specs, peer-ids). Ids of other kinds of keys are refused. A value.
public final class PeerId implements Comparable<PeerId> {
    /// Length of the multihash in bytes.
    public static final int BYTES = 38;

    /// identity multihash, 36 bytes; protobuf PublicKey{Type: Ed25519, Data: 32 bytes}.
    private static final byte[] PREFIX = {0x00, 36, 0x08, 0x01, 0x12, 32};

    /// CIDv1, codec libp2p-key.
    private static final byte[] CID = {0x01, 0x72};

    private final byte[] multihash;
    private final VerifyKey key;

    private PeerId(byte[] multihash, VerifyKey key) {
        this.multihash = multihash;
        this.key = key;
    }

    /// The id of a key.
    public static PeerId of(VerifyKey key) {
        byte[] multihash = Arrays.copyOf(PREFIX, BYTES);
        System.arraycopy(key.bytes(), 0, multihash, PREFIX.length, 32);
        return new PeerId(multihash, key);
    }

    /// Reads the multihash; empty if it is no valid Ed25519 peer id.
    public static Optional<PeerId> of(byte[] multihash) {
        if (multihash.length != BYTES || !startsWith(multihash, PREFIX)) {
            return Optional.empty();
        }
        byte[] bytes = multihash.clone();
        return VerifyKey.of(Arrays.copyOfRange(bytes, PREFIX.length, BYTES))
                .map(key -> new PeerId(bytes, key));
    }

    /// Reads the protobuf form of a public key, as handshakes and identify carry it; empty if it is
    /// not the canonical form of a valid Ed25519 key.
    public static Optional<PeerId> ofPublicKey(byte[] protobuf) {
        byte[] multihash = new byte[protobuf.length + 2];
        multihash[1] = (byte) protobuf.length;
        System.arraycopy(protobuf, 0, multihash, 2, protobuf.length);
        return of(multihash);
    }

    /// Reads base58btc (`12D3KooW…`) or a CIDv1 in base32 (`b…`) or base36 (`k…`); empty for
    /// anything else.
    public static Optional<PeerId> parse(String text) {
        if (text.isEmpty() || text.length() > 100) {
            return Optional.empty();
        }
        String digits = text.substring(1);
        return switch (text.charAt(0)) {
            case '1' -> BaseN.BASE58BTC.decode(text).flatMap(PeerId::of);
            case 'b' -> BaseN.fromBase32(digits).flatMap(PeerId::ofCid);
            case 'k' -> BaseN.BASE36.decode(digits).flatMap(PeerId::ofCid);
            default -> Optional.empty();
        };
    }

    private static Optional<PeerId> ofCid(byte[] cid) {
        return startsWith(cid, CID)
                ? of(Arrays.copyOfRange(cid, CID.length, cid.length))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /// The multihash, a copy.
    public byte[] bytes() {
        return multihash.clone();
    }

    /// The protobuf form of the key, a copy.
    public byte[] publicKey() {
        return Arrays.copyOfRange(multihash, 2, BYTES);
    }

    /// The key itself.
    public VerifyKey key() {
        return key;
    }

    /// The id as CIDv1 in base32, the form that the specification prefers in new places.
    public String cid() {
        byte[] cid = Arrays.copyOf(CID, CID.length + BYTES);
        System.arraycopy(multihash, 0, cid, CID.length, BYTES);
        return "b" + BaseN.base32(cid);
    }

    /// The usual form, base58btc (`12D3KooW…`).
    @Override
    public String toString() {
        return BaseN.BASE58BTC.encode(multihash);
    }

    /// Unsigned lexicographic order of the multihashes.
    @Override
    public int compareTo(PeerId other) {
        return Arrays.compareUnsigned(multihash, other.multihash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerId id && Arrays.equals(multihash, id.multihash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(multihash);
    }
}
