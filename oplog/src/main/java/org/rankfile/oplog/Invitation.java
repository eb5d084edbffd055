// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Mac;
import org.rankfile.crypto.Secret;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// An invitation to join a local, good for one device: whom to call, where, and a one-time secret
/// (docs/spec/join.md). It names neither the local nor a role, so who sees it learns neither; the
/// role is what the inviter noted down, and whoever holds the text can try to use it until it is
/// used.
///
/// Immutable; thread-safe. Its secret is not for logs: [#toString] leaves it out.
public final class Invitation {

    /// Bytes of the one-time secret.
    public static final int SECRET_BYTES = 16;

    /// Most addresses of an inviter.
    public static final int ADDRESSES = 8;

    /// Longest address in binary form.
    public static final int ADDRESS_BYTES = 255;

    /// Bytes behind an [#id].
    public static final int ID_BYTES = 16;

    private static final Label ID = new Label("rankfile/invitation-id/1");
    private static final Label NETWORK = new Label("rankfile/invitation-network/1");
    private static final Label PROOF = new Label("rankfile/invitation-proof/1");

    private final PeerId inviter;
    private final List<Multiaddr> addresses;
    private final Secret secret;
    private final long expiresMillis;

    /// An invitation.
    ///
    /// @param inviter the peer that must answer
    /// @param addresses where it listens, at most [#ADDRESSES], each without the peer id
    /// @param secret 16 fresh random bytes; the invitation keeps this very object
    /// @param expires after this the inviter refuses it, by the inviter's own clock; to the
    ///   millisecond
    /// @throws IllegalArgumentException beyond these limits
    public Invitation(PeerId inviter, List<Multiaddr> addresses, Secret secret, Instant expires) {
        if (secret.length() != SECRET_BYTES || addresses.size() > ADDRESSES) {
            throw new IllegalArgumentException("secret of another length, or too many addresses");
        }
        if (addresses.stream().anyMatch(a -> a.bytes().length > ADDRESS_BYTES)) {
            throw new IllegalArgumentException("an address is too long");
        }
        if (expires.toEpochMilli() < 0) {
            throw new IllegalArgumentException("expired before 1970");
        }
        this.inviter = inviter;
        this.addresses = List.copyOf(addresses);
        this.secret = secret;
        this.expiresMillis = expires.toEpochMilli();
    }

    /// The peer to call; nobody else may answer.
    public PeerId inviter() {
        return inviter;
    }

    /// Where to call it.
    public List<Multiaddr> addresses() {
        return addresses;
    }

    /// The one-time secret.
    public Secret secret() {
        return secret;
    }

    /// When it expires.
    public Instant expires() {
        return Instant.ofEpochMilli(expiresMillis);
    }

    /// Has it expired at this moment?
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires());
    }

    /// The time left at this moment; zero when expired.
    public Duration timeLeft(Instant now) {
        return isExpired(now) ? Duration.ZERO : Duration.between(now, expires());
    }

    /// Names the invitation without giving away the secret: 32 hexadecimal digits.
    public String id() {
        return HexFormat.of().formatHex(Mac.hmacSha256(secret, ID).bytes(), 0, ID_BYTES);
    }

    /// The private network in which the join takes place; it admits to nothing else.
    public NetworkKey networkKey() {
        return new NetworkKey(derive(NETWORK));
    }

    /// The key of the proofs between inviter and joiner.
    public Secret proofKey() {
        return derive(PROOF);
    }

    /// The text form: one word of letters and digits, for chat, paper or a file. Reading it back is
    /// [InvitationText#read].
    public String text() {
        return InvitationText.write(this);
    }

    private Secret derive(Label label) {
        return Kdf.hkdfSha256(secret, new byte[0], label, inviter.bytes(), NetworkKey.BYTES);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Invitation i
                && inviter.equals(i.inviter)
                && addresses.equals(i.addresses)
                && secret.equals(i.secret)
                && expiresMillis == i.expiresMillis;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(expiresMillis) * 31 + inviter.hashCode();
    }

    @Override
    public String toString() {
        return "Invitation[expires " + expires() + "]";
    }
}
