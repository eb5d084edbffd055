// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.PeerId;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The bytes behind the text: key, secret, expiry, addresses, checksum.
final class InvitationForm {

    static final String MAGIC = "rfinvite";
    static final char VERSION = '1';
    private static final Label CHECK = new Label("rankfile/invitation-check/1");
    private static final int CHECK_BYTES = 4;
    private static final int FIXED =
            VerifyKey.BYTES + Invitation.SECRET_BYTES + Long.BYTES + CHECK_BYTES;

    private InvitationForm() {}

    static byte[] encode(Invitation invitation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(invitation.inviter().key().bytes());
        out.writeBytes(invitation.secret().expose());
        long expires = invitation.expires().toEpochMilli();
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(expires).array());
        for (Multiaddr address : invitation.addresses()) {
            byte[] bytes = address.bytes();
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        out.writeBytes(check(out.toByteArray()));
        return out.toByteArray();
    }

    static Optional<Invitation> decode(byte[] bytes) {
        int end = bytes.length - CHECK_BYTES;
        if (bytes.length < FIXED) {
            return Optional.empty();
        }
        byte[] check = check(Arrays.copyOf(bytes, end));
        if (!Arrays.equals(check, Arrays.copyOfRange(bytes, end, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, end);
        Optional<PeerId> inviter = VerifyKey.of(take(in, VerifyKey.BYTES)).map(PeerId::of);
        byte[] secret = take(in, Invitation.SECRET_BYTES);
        long expires = in.getLong();
        List<Multiaddr> addresses = new ArrayList<>();
        while (in.hasRemaining() && addresses.size() < Invitation.ADDRESSES) {
            int length = in.get() & 0xff;
            if (length > in.remaining()) {
                return Optional.empty();
            }
            Optional<Multiaddr> address = Multiaddr.decode(take(in, length));
            if (address.isEmpty()) {
                return Optional.empty();
            }
            addresses.add(address.get());
        }
        if (inviter.isEmpty() || in.hasRemaining() || expires < 0) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(expires);
        return Optional.of(new Invitation(inviter.get(), addresses, Secret.copyOf(secret), at));
    }

    private static byte[] check(byte[] bytes) {
        return Arrays.copyOf(Hash.sha256(CHECK, bytes).bytes(), CHECK_BYTES);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }
}
