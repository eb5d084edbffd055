// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.HpkeSealed;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRefusal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The messages of a join, as in docs/spec/join.md: a type byte, then fixed fields, at most one of
/// variable length, at the end. There is one encoding of each.
sealed interface JoinMessage {

    int VERSION = 1;
    int MAC_BYTES = Hash.BYTES;
    int CHALLENGE_BYTES = 32;
    int SEALED_BYTES = HpkeSealed.ENC_BYTES + CHALLENGE_BYTES + 16;

    /// JOIN-8: who wants to join, with the proof of the secret.
    record Request(String invitation, DeviceKeys keys, String name, Hash proof)
            implements JoinMessage {}

    /// JOIN-11: a secret that only the owner of the prekey can read.
    record Challenge(HpkeSealed sealed, Hash proof) implements JoinMessage {}

    /// JOIN-12: the secret was read.
    record Answer(Hash proof) implements JoinMessage {}

    /// JOIN-16: welcome, with what is needed to begin.
    record Admission(Hash proof, NetworkKey networkKey, List<byte[]> handover)
            implements JoinMessage {}

    /// JOIN-18: the admission has come.
    record Received() implements JoinMessage {}

    /// JOIN-30: no, and why.
    record Refusal(JoinRefusal reason) implements JoinMessage {}

    /// The bytes of a message.
    static byte[] encode(JoinMessage message) {
        return switch (message) {
            case Request m -> {
                byte[] name = m.name().getBytes(StandardCharsets.UTF_8);
                byte[] invitation = HexFormat.of().parseHex(m.invitation());
                yield bytes(
                        1,
                        new byte[] {VERSION},
                        invitation,
                        keys(m.keys()),
                        m.proof().bytes(),
                        name);
            }
            case Challenge m -> bytes(2, m.sealed().enc(), m.sealed().ct(), m.proof().bytes());
            case Answer m -> bytes(3, m.proof().bytes());
            case Admission m -> {
                byte[] key = m.networkKey().secret().expose();
                yield bytes(4, m.proof().bytes(), key, strings(m.handover()));
            }
            case Received _ -> bytes(5);
            case Refusal m -> bytes(6, new byte[] {(byte) m.reason().code()});
        };
    }

    /// The message of these bytes.
    ///
    /// @param sender gives the keys' peer id in a request: it is that of the connection
    /// @throws JoinFault `BAD_MESSAGE`, `OTHER_VERSION`, `BAD_KEYS` or `BAD_NAME`
    static JoinMessage decode(byte[] bytes, PeerId sender) throws JoinFault {
        if (bytes.length == 0) {
            throw new JoinFault(JoinRefusal.BAD_MESSAGE);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        JoinMessage message =
                switch (bytes[0]) {
                    case 1 -> request(in, sender);
                    case 2 ->
                            new Challenge(
                                    new HpkeSealed(
                                            take(in, HpkeSealed.ENC_BYTES),
                                            take(in, SEALED_BYTES - HpkeSealed.ENC_BYTES)),
                                    Hash.of(take(in, MAC_BYTES)));
                    case 3 -> new Answer(Hash.of(take(in, MAC_BYTES)));
                    case 4 ->
                            new Admission(
                                    Hash.of(take(in, MAC_BYTES)),
                                    new NetworkKey(Secret.copyOf(take(in, NetworkKey.BYTES))),
                                    strings(in));
                    case 5 -> new Received();
                    case 6 -> new Refusal(JoinRefusal.of(take(in, 1)[0]));
                    default -> throw new JoinFault(JoinRefusal.BAD_MESSAGE);
                };
        if (in.hasRemaining()) {
            throw new JoinFault(JoinRefusal.BAD_MESSAGE);
        }
        return message;
    }

    private static Request request(ByteBuffer in, PeerId sender) throws JoinFault {
        if (take(in, 1)[0] != VERSION) {
            throw new JoinFault(JoinRefusal.OTHER_VERSION);
        }
        String invitation = HexFormat.of().formatHex(take(in, Invitation.ID_BYTES));
        byte[] signing = take(in, VerifyKey.BYTES);
        byte[] prekey = take(in, PreKeyPublic.BYTES);
        byte[] bySigning = take(in, Signature.BYTES);
        byte[] byPeer = take(in, Signature.BYTES);
        Hash proof = Hash.of(take(in, MAC_BYTES));
        String name = name(take(in, in.remaining()));
        DeviceKeys keys =
                new DeviceKeys(
                        VerifyKey.of(signing).orElseThrow(JoinMessage::badKeys),
                        PreKeyPublic.of(prekey).orElseThrow(JoinMessage::badKeys),
                        sender,
                        Signature.of(bySigning).orElseThrow(JoinMessage::badKeys),
                        Signature.of(byPeer).orElseThrow(JoinMessage::badKeys));
        return new Request(invitation, keys, name, proof);
    }

    private static JoinFault badKeys() {
        return new JoinFault(JoinRefusal.BAD_KEYS);
    }

    private static byte[] keys(DeviceKeys keys) {
        return bytes(
                -1,
                keys.signing().bytes(),
                keys.prekey().bytes(),
                keys.bySigning().bytes(),
                keys.byPeer().bytes());
    }

    private static String name(byte[] utf8) throws JoinFault {
        try {
            String name =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            return JoinName.check(name);
        } catch (CharacterCodingException e) {
            throw new JoinFault(JoinRefusal.BAD_NAME);
        }
    }

    private static byte[] strings(List<byte[]> strings) {
        int length = strings.stream().mapToInt(s -> Integer.BYTES + s.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        strings.forEach(s -> out.putInt(s.length).put(s));
        return out.array();
    }

    private static List<byte[]> strings(ByteBuffer in) throws JoinFault {
        List<byte[]> strings = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = ByteBuffer.wrap(take(in, Integer.BYTES)).getInt();
            if (length <= 0) {
                throw new JoinFault(JoinRefusal.BAD_MESSAGE);
            }
            strings.add(take(in, length));
        }
        return strings;
    }

    private static byte[] take(ByteBuffer in, int count) throws JoinFault {
        if (count > in.remaining()) {
            throw new JoinFault(JoinRefusal.BAD_MESSAGE);
        }
        byte[] taken = new byte[count];
        in.get(taken);
        return taken;
    }

    private static byte[] bytes(int type, byte[]... parts) {
        int length = type < 0 ? 0 : 1;
        length += Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        if (type >= 0) {
            out.put((byte) type);
        }
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }
}
