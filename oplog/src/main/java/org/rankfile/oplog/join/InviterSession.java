// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.HpkeSealed;
import org.rankfile.crypto.Secret;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.JoinRefusal;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// The inviter's side of one connection with a stranger: messages in, messages out, no I/O.
///
/// When [#status] becomes [InviterStatus.Waiting], a manager compares the words and the engine
/// calls [#approve] or [#refuse]; with `autoApprove` the engine approves at once. Engine thread
/// only.
public final class InviterSession {

    private static final byte[] NOTHING = {};

    private final InvitationBook book;
    private final PeerId joiner;
    private final RandomGenerator random;
    private final Transcript transcript;
    private InviterStatus status = new InviterStatus.Proving();
    private @Nullable Pending pending;

    /// What was asked for, until the answer to the challenge comes.
    private record Pending(JoinMessage.Request request, Issued entry, Secret challenge) {}

    /// A session on one connection.
    ///
    /// @param book the invitations made here
    /// @param self our peer id
    /// @param joiner who is at the other end, as the connection proved
    /// @param handshakeHash the connection's, 1 to 64 bytes
    /// @param random for the challenge: must be cryptographically strong
    public InviterSession(
            InvitationBook book,
            PeerId self,
            PeerId joiner,
            byte[] handshakeHash,
            RandomGenerator random) {
        this.book = book;
        this.joiner = joiner;
        this.random = random;
        this.transcript = new Transcript(handshakeHash, self, joiner);
    }

    /// Takes one message of the stranger.
    ///
    /// @param now by our clock: decides whether an invitation has expired
    /// @return messages to send
    public List<byte[]> receive(byte[] message, Instant now) {
        if (isOver()) {
            return List.of();
        }
        try {
            if (message.length > JoinLimits.JOINER_MESSAGE_BYTES) {
                throw badMessage();
            }
            return switch (JoinMessage.decode(message, joiner)) {
                case JoinMessage.Request m -> request(m, message, now);
                case JoinMessage.Answer m -> answer(m, message, now);
                case JoinMessage.Received _ -> received();
                case JoinMessage.Refusal m -> {
                    status = new InviterStatus.Refused(m.reason(), true);
                    yield List.of();
                }
                default -> throw badMessage();
            };
        } catch (JoinFault fault) {
            return say(fault.reason());
        }
    }

    /// Admits the joiner. Its `Add` and `DeviceAdd` must be durable: they are what is handed over.
    ///
    /// @param networkKey the local's present network key
    /// @param handover pieces for the joiner's engine to begin with, none empty, together at most
    ///   [JoinLimits#HANDOVER_BYTES] with four bytes for each
    /// @return messages to send; a refusal when the invitation was meanwhile withdrawn
    /// @throws IllegalStateException unless somebody waits
    public List<byte[]> approve(NetworkKey networkKey, List<byte[]> handover, Instant now) {
        if (!(status instanceof InviterStatus.Waiting waiting)) {
            throw new IllegalStateException("nobody waits");
        }
        if (handover.stream().mapToInt(op -> op.length + 4).sum() > JoinLimits.HANDOVER_BYTES) {
            throw new IllegalArgumentException("too much to hand over");
        }
        try {
            String id = waiting.invitation().invitation().id();
            Issued approved = book.approve(id, waiting.keys().id(), now);
            JoinMessage bare =
                    new JoinMessage.Admission(JoinerSession.noProof(), networkKey, handover);
            Hash proof = transcript.proof(approved.invitation().proofKey(), bare, NOTHING);
            status = new InviterStatus.Handing(approved, waiting.keys());
            return List.of(
                    JoinMessage.encode(new JoinMessage.Admission(proof, networkKey, handover)));
        } catch (JoinFault fault) {
            return say(fault.reason());
        }
    }

    /// Turns the joiner away and closes the invitation.
    ///
    /// @return messages to send
    /// @throws IllegalStateException unless somebody waits
    public List<byte[]> refuse() {
        if (!(status instanceof InviterStatus.Waiting waiting)) {
            throw new IllegalStateException("nobody waits");
        }
        book.close(waiting.invitation().invitation().id());
        return say(JoinRefusal.REFUSED);
    }

    /// Where it stands.
    public InviterStatus status() {
        return status;
    }

    private boolean isOver() {
        return status instanceof InviterStatus.Refused || status instanceof InviterStatus.Done;
    }

    private List<byte[]> request(JoinMessage.Request m, byte[] message, Instant now)
            throws JoinFault {
        if (pending != null || !(status instanceof InviterStatus.Proving)) {
            throw badMessage();
        }
        Issued entry =
                book.find(m.invitation())
                        .orElseThrow(() -> new JoinFault(JoinRefusal.WRONG_SECRET));
        JoinMessage bare =
                new JoinMessage.Request(
                        m.invitation(), m.keys(), m.name(), JoinerSession.noProof());
        Hash expected = transcript.proof(entry.invitation().proofKey(), bare, NOTHING);
        // Before the proof nothing is said about an invitation, not even that it exists.
        if (!Transcript.same(expected, m.proof())) {
            throw new JoinFault(JoinRefusal.WRONG_SECRET);
        }
        book.check(m.invitation(), m.keys().id(), now);
        if (!m.keys().areProven()) {
            throw new JoinFault(JoinRefusal.BAD_KEYS);
        }
        transcript.add(message);
        return challenge(m, entry);
    }

    private List<byte[]> challenge(JoinMessage.Request m, Issued entry) {
        Secret challenge = Secret.random(JoinMessage.CHALLENGE_BYTES, random);
        byte[] context = transcript.hash().bytes();
        HpkeSealed sealed =
                m.keys()
                        .prekey()
                        .seal(
                                JoinerSession.CHALLENGE,
                                context,
                                NOTHING,
                                challenge.expose(),
                                random);
        JoinMessage bare = new JoinMessage.Challenge(sealed, JoinerSession.noProof());
        Hash proof = transcript.proof(entry.invitation().proofKey(), bare, NOTHING);
        byte[] sent = JoinMessage.encode(new JoinMessage.Challenge(sealed, proof));
        transcript.add(sent);
        pending = new Pending(m, entry, challenge);
        return List.of(sent);
    }

    private List<byte[]> answer(JoinMessage.Answer m, byte[] message, Instant now)
            throws JoinFault {
        Pending asked = pending;
        if (asked == null) {
            throw badMessage();
        }
        pending = null;
        JoinMessage bare = new JoinMessage.Answer(JoinerSession.noProof());
        Hash expected =
                transcript.proof(
                        asked.entry().invitation().proofKey(), bare, asked.challenge().expose());
        if (!Transcript.same(expected, m.proof())) {
            throw new JoinFault(JoinRefusal.BAD_KEYS);
        }
        transcript.add(message);
        DeviceKeys keys = asked.request().keys();
        Issued claimed = book.claim(asked.request().invitation(), keys.id(), now);
        List<String> words = ShortWords.of(transcript.hash());
        status = new InviterStatus.Waiting(claimed, keys, asked.request().name(), words);
        return List.of();
    }

    private List<byte[]> received() throws JoinFault {
        if (!(status instanceof InviterStatus.Handing handing)) {
            throw badMessage();
        }
        book.close(handing.invitation().invitation().id());
        status = new InviterStatus.Done(handing.keys());
        return List.of();
    }

    private List<byte[]> say(JoinRefusal reason) {
        status = new InviterStatus.Refused(reason, false);
        return List.of(JoinMessage.encode(new JoinMessage.Refusal(reason)));
    }

    private static JoinFault badMessage() {
        return new JoinFault(JoinRefusal.BAD_MESSAGE);
    }
}
