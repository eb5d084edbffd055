// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRefusal;

import java.util.List;
import java.util.Optional;

/// The joiner's side of one connection to the inviter: messages in, messages out, no I/O.
///
/// Call [#start] once, then [#receive] with each message; send what they return, and show
/// [#status]. If the connection breaks before the admission came, dial again with the same
/// invitation and the same [Device]: the inviter takes up where it was. Not thread-safe.
public final class JoinerSession {

    static final Label CHALLENGE = new Label("rankfile/join-challenge/1");

    private final Invitation invitation;
    private final Device device;
    private final String name;
    private final PeerId answering;
    private final Secret proofKey;
    private final Transcript transcript;
    private JoinerStatus status = new JoinerStatus.Proving();
    private boolean challenged;

    /// A session on one connection.
    ///
    /// @param invitation what was read
    /// @param device this device's keys; `peer` is the connection's own identity
    /// @param name what to be called
    /// @param handshakeHash the connection's, 1 to 64 bytes
    /// @param answering who is at the other end, as the connection proved
    public JoinerSession(
            Invitation invitation,
            Device device,
            String name,
            byte[] handshakeHash,
            PeerId answering) {
        this.invitation = invitation;
        this.device = device;
        this.name = name;
        this.answering = answering;
        this.proofKey = invitation.proofKey();
        PeerId self = PeerId.of(device.peer().verifyKey());
        this.transcript = new Transcript(handshakeHash, invitation.inviter(), self);
    }

    /// The request; nothing, and [JoinerStatus.Refused], if the wrong peer answers or the name is
    /// not one.
    public List<byte[]> start() {
        try {
            if (!answering.equals(invitation.inviter())) {
                throw new JoinFault(JoinRefusal.WRONG_INVITER);
            }
            String checked = JoinName.check(name);
            JoinMessage.Request bare =
                    new JoinMessage.Request(invitation.id(), device.keys(), checked, noProof());
            Hash proof = transcript.proof(proofKey, bare, new byte[0]);
            return send(new JoinMessage.Request(bare.invitation(), bare.keys(), checked, proof));
        } catch (JoinFault fault) {
            return refuse(fault.reason(), false);
        }
    }

    /// Takes one message of the inviter.
    ///
    /// @return messages to send
    public List<byte[]> receive(byte[] message) {
        if (status instanceof JoinerStatus.Refused || status instanceof JoinerStatus.Admitted) {
            return List.of();
        }
        try {
            if (message.length > JoinLimits.INVITER_MESSAGE_BYTES) {
                throw badMessage();
            }
            return switch (JoinMessage.decode(message, answering)) {
                case JoinMessage.Challenge m when !challenged -> answer(m, message);
                case JoinMessage.Admission m when challenged -> admitted(m);
                case JoinMessage.Refusal m -> {
                    status = new JoinerStatus.Refused(m.reason(), true);
                    yield List.of();
                }
                default -> throw badMessage();
            };
        } catch (JoinFault fault) {
            return refuse(fault.reason(), true);
        }
    }

    /// Where it stands.
    public JoinerStatus status() {
        return status;
    }

    private List<byte[]> answer(JoinMessage.Challenge m, byte[] message) throws JoinFault {
        JoinMessage bare = new JoinMessage.Challenge(m.sealed(), noProof());
        prove(transcript.proof(proofKey, bare, new byte[0]), m.proof());
        byte[] context = transcript.hash().bytes();
        Optional<byte[]> challenge =
                device.prekey().open(CHALLENGE, context, new byte[0], m.sealed());
        transcript.add(message);
        if (challenge.isEmpty()) {
            throw badMessage();
        }
        challenged = true;
        Hash proof = transcript.proof(proofKey, new JoinMessage.Answer(noProof()), challenge.get());
        List<byte[]> sent = send(new JoinMessage.Answer(proof));
        status = new JoinerStatus.Waiting(ShortWords.of(transcript.hash()));
        return sent;
    }

    private List<byte[]> admitted(JoinMessage.Admission m) throws JoinFault {
        JoinMessage bare = new JoinMessage.Admission(noProof(), m.networkKey(), m.handover());
        prove(transcript.proof(proofKey, bare, new byte[0]), m.proof());
        status = new JoinerStatus.Admitted(m.networkKey(), m.handover());
        return List.of(JoinMessage.encode(new JoinMessage.Received()));
    }

    private List<byte[]> send(JoinMessage message) {
        byte[] bytes = JoinMessage.encode(message);
        transcript.add(bytes);
        return List.of(bytes);
    }

    private List<byte[]> refuse(JoinRefusal reason, boolean say) {
        status = new JoinerStatus.Refused(reason, false);
        return say ? List.of(JoinMessage.encode(new JoinMessage.Refusal(reason))) : List.of();
    }

    private static void prove(Hash expected, Hash received) throws JoinFault {
        if (!Transcript.same(expected, received)) {
            throw badMessage();
        }
    }

    static Hash noProof() {
        return Hash.of(new byte[Hash.BYTES]);
    }

    private static JoinFault badMessage() {
        return new JoinFault(JoinRefusal.BAD_MESSAGE);
    }
}
