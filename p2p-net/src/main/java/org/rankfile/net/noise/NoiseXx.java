// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.DhKey;
import org.rankfile.crypto.DhPublic;
import org.rankfile.crypto.Secret;

import java.util.Arrays;
import java.util.Optional;

/// The handshake `Noise_XX_25519_ChaChaPoly_SHA256` (Noise specification, revision 34): three
/// messages, each with a payload. Messages are written and read strictly in turn. Any failure ends
/// the handshake. Not safe for several threads.
final class NoiseXx {
    private static final String NAME = "Noise_XX_25519_ChaChaPoly_SHA256";
    private static final int KEY = 32;

    private final boolean initiator;
    private final DhKey ownStatic;
    private final DhKey ownEphemeral;
    private final SymmetricState symmetric = new SymmetricState(NAME);
    private @Nullable DhPublic farStatic;
    private @Nullable DhPublic farEphemeral;
    private int step;

    NoiseXx(boolean initiator, byte[] prologue, DhKey ownStatic, DhKey ownEphemeral) {
        this.initiator = initiator;
        this.ownStatic = ownStatic;
        this.ownEphemeral = ownEphemeral;
        symmetric.mixHash(prologue);
    }

    /// The next message, if it is our turn.
    Optional<byte[]> write(byte[] payload) {
        byte[] e = new byte[0];
        byte[] s = new byte[0];
        boolean agreed = true;
        switch (turn(true)) {
            case 0 -> e = sendEphemeral();
            case 1 -> {
                e = sendEphemeral();
                agreed = mix(ownEphemeral, farEphemeral);
                s = symmetric.encryptAndHash(ownStatic.publicKey().bytes());
                agreed &= mix(ownStatic, farEphemeral);
            }
            default -> {
                s = symmetric.encryptAndHash(ownStatic.publicKey().bytes());
                agreed = mix(ownStatic, farEphemeral);
            }
        }
        byte[] sealed = symmetric.encryptAndHash(payload);
        return agreed ? Optional.of(concat(e, s, sealed)) : Optional.empty();
    }

    /// The payload of the far end's next message; empty if it is not authentic or malformed.
    Optional<byte[]> read(byte[] message) {
        int at = 0;
        int turn = turn(false);
        if (turn < 2) {
            if (message.length < KEY) {
                return Optional.empty();
            }
            byte[] e = Arrays.copyOf(message, KEY);
            farEphemeral = DhPublic.of(e);
            symmetric.mixHash(e);
            at = KEY;
        }
        if (turn == 1 && !mix(ownEphemeral, farEphemeral)) {
            return Optional.empty();
        }
        if (turn > 0) {
            int length = KEY + symmetric.tagBytes();
            if (message.length < at + length) {
                return Optional.empty();
            }
            Optional<byte[]> s =
                    symmetric.decryptAndHash(Arrays.copyOfRange(message, at, at + length));
            if (s.isEmpty()) {
                return Optional.empty();
            }
            farStatic = DhPublic.of(s.get());
            at += length;
            if (!mix(ownEphemeral, farStatic)) {
                return Optional.empty();
            }
        }
        return symmetric.decryptAndHash(Arrays.copyOfRange(message, at, message.length));
    }

    private byte[] sendEphemeral() {
        byte[] e = ownEphemeral.publicKey().bytes();
        symmetric.mixHash(e);
        return e;
    }

    private boolean mix(DhKey own, @Nullable DhPublic far) {
        if (far == null) {
            throw new IllegalStateException("handshake out of turn");
        }
        Optional<Secret> shared = own.agree(far);
        shared.ifPresent(symmetric::mixKey);
        return shared.isPresent();
    }

    private int turn(boolean writing) {
        boolean ours = initiator == (step % 2 == 0);
        if (step > 2 || ours != writing) {
            throw new IllegalStateException("handshake out of turn");
        }
        return step++;
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// The far end's static key, known after its second message.
    DhPublic farStatic() {
        if (farStatic == null) {
            throw new IllegalStateException("handshake out of turn");
        }
        return farStatic;
    }

    boolean knowsFarStatic() {
        return farStatic != null;
    }

    /// The transport after the third message; the handshake is over then.
    NoiseTransport finish() {
        if (step != 3) {
            throw new IllegalStateException("handshake out of turn");
        }
        byte[] hash = symmetric.hash();
        CipherState[] both = symmetric.split();
        return initiator
                ? new NoiseTransport(both[0], both[1], hash)
                : new NoiseTransport(both[1], both[0], hash);
    }

    void close() {
        symmetric.close();
    }
}
