// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An inviter with a book, and connections of joiners to it.
final class JoinFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Duration VALID = Duration.ofHours(24);
    static final List<byte[]> HANDOVER = List.of(new byte[] {1, 2, 3}, new byte[5000]);

    final Random random = new Random(11);
    final PeerId inviter = PeerId.of(SigningKey.generate(random).verifyKey());
    final List<Issued> stored = new ArrayList<>();
    final InvitationBook book = new InvitationBook(List.of(), stored::add);
    final NetworkKey network = new NetworkKey(Secret.random(32, random));

    Invitation issue() {
        return issue(false);
    }

    Invitation issue(boolean autoApprove) {
        List<Multiaddr> at = List.of(Multiaddr.of("/ip4/127.0.0.1/tcp/4001"));
        Secret secret = Secret.random(Invitation.SECRET_BYTES, random);
        Invitation invitation = new Invitation(inviter, at, secret, NOW.plus(VALID));
        book.add(Issued.fresh(invitation, "steward", autoApprove));
        return invitation;
    }

    Device device() {
        return new Device(
                SigningKey.generate(random), PreKey.generate(random), SigningKey.generate(random));
    }

    Connection connect(Invitation invitation, Device device, String name) {
        return connect(invitation, device, name, NOW);
    }

    Connection connect(Invitation invitation, Device device, String name, Instant now) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        PeerId joiner = PeerId.of(device.peer().verifyKey());
        return new Connection(
                new JoinerSession(invitation, device, name, hash, inviter),
                new InviterSession(book, inviter, joiner, hash, random),
                now,
                new ArrayList<>());
    }

    static byte[] handshake(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Both sides of a connection, and what was said on it.
    record Connection(JoinerSession joiner, InviterSession host, Instant now, List<byte[]> said) {

        /// Until a decision is needed.
        Connection prove() {
            return carry(joiner.start());
        }

        Connection approve(NetworkKey key) {
            return back(host.approve(key, HANDOVER, now));
        }

        Connection carry(List<byte[]> toHost) {
            for (byte[] message : toHost) {
                said.add(message);
                back(host.receive(message, now));
            }
            return this;
        }

        Connection back(List<byte[]> toJoiner) {
            for (byte[] message : toJoiner) {
                said.add(message);
                carry(joiner.receive(message));
            }
            return this;
        }

        InviterStatus.Waiting waiting() {
            return (InviterStatus.Waiting) host.status();
        }
    }
}
