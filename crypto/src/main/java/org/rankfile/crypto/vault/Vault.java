// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.vault;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.bc.Argon2id;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A container that a passphrase opens. Format: docs/spec/vault.md.
///
/// `magic 8 | version 1 | memory KiB 4 | passes 1 | lanes 1 | salt 32 | commit 32 | sealed |
/// checksum 32`
public final class Vault {
    /// The most that a vault holds, in bytes.
    public static final int MAX_CONTENTS_BYTES = 64 * 1024;

    private static final byte[] MAGIC = {'R', 'F', 'V', 'A', 'U', 'L', 'T', '\n'};
    private static final byte VERSION = 1;
    private static final int SALT_BYTES = 32;
    private static final int HEADER_BYTES = MAGIC.length + 1 + 4 + 1 + 1 + SALT_BYTES + Hash.BYTES;
    private static final int COMMIT_AT = HEADER_BYTES - Hash.BYTES;
    private static final int LEAST_BYTES = HEADER_BYTES + Aead.TAG_BYTES + Hash.BYTES;
    private static final Label KEYS = new Label("rankfile/vault-keys/1");
    private static final Label CHECKSUM = new Label("rankfile/vault-checksum/1");

    private Vault() {}

    /// The file that holds the contents under the passphrase. Takes as long as the cost says.
    ///
    /// @param passphrase its UTF-8 bytes
    /// @throws IllegalArgumentException for contents over [#MAX_CONTENTS_BYTES]
    public static byte[] seal(
            Secret passphrase, Secret contents, VaultCost cost, RandomGenerator random) {
        if (contents.length() > MAX_CONTENTS_BYTES) {
            throw new IllegalArgumentException("a vault holds 64 KiB");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] open =
                ByteBuffer.allocate(COMMIT_AT)
                        .put(MAGIC)
                        .put(VERSION)
                        .putInt(cost.memoryKib())
                        .put((byte) cost.passes())
                        .put((byte) cost.lanes())
                        .put(salt)
                        .array();
        try (Keys keys = Keys.derive(passphrase, open, cost)) {
            byte[] header = join(open, keys.commit());
            byte[] plain = contents.expose();
            byte[] sealed = Aead.seal(keys.key(), keys.nonce(), header, plain);
            Arrays.fill(plain, (byte) 0);
            byte[] body = join(header, sealed);
            return join(body, Hash.sha256(CHECKSUM, body).bytes());
        }
    }

    /// Opens a file, or says why not. Never throws for what is in the file.
    public static VaultOutcome open(byte[] file, Secret passphrase) {
        if (file.length < LEAST_BYTES || file.length > LEAST_BYTES + MAX_CONTENTS_BYTES) {
            return new VaultOutcome.Damaged(VaultOutcome.Where.LENGTH);
        }
        if (!Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new VaultOutcome.Damaged(VaultOutcome.Where.MAGIC);
        }
        byte[] body = Arrays.copyOf(file, file.length - Hash.BYTES);
        byte[] checksum = Arrays.copyOfRange(file, body.length, file.length);
        if (!Arrays.equals(Hash.sha256(CHECKSUM, body).bytes(), checksum)) {
            return new VaultOutcome.Damaged(VaultOutcome.Where.CHECKSUM);
        }
        if (body[MAGIC.length] != VERSION) {
            return new VaultOutcome.TooNew();
        }
        ByteBuffer costs = ByteBuffer.wrap(body, MAGIC.length + 1, 6);
        int memoryKib = costs.getInt();
        int passes = costs.get();
        int lanes = costs.get();
        if (!VaultCost.isAcceptable(memoryKib, passes, lanes)) {
            return new VaultOutcome.Damaged(VaultOutcome.Where.COST);
        }
        return unseal(body, passphrase, new VaultCost(memoryKib, passes, lanes));
    }

    private static VaultOutcome unseal(byte[] body, Secret passphrase, VaultCost cost) {
        byte[] header = Arrays.copyOf(body, HEADER_BYTES);
        byte[] commit = Arrays.copyOfRange(header, COMMIT_AT, HEADER_BYTES);
        try (Keys keys = Keys.derive(passphrase, Arrays.copyOf(header, COMMIT_AT), cost)) {
            if (!java.security.MessageDigest.isEqual(keys.commit(), commit)) {
                return new VaultOutcome.WrongPassphrase();
            }
            byte[] sealed = Arrays.copyOfRange(body, HEADER_BYTES, body.length);
            Optional<byte[]> plain = Aead.open(keys.key(), keys.nonce(), header, sealed);
            if (plain.isEmpty()) {
                return new VaultOutcome.Damaged(VaultOutcome.Where.CONTENTS);
            }
            Secret contents = Secret.copyOf(plain.get());
            Arrays.fill(plain.get(), (byte) 0);
            return new VaultOutcome.Opened(contents);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /// What a passphrase gives: the key, the nonce, and a commitment that tells a wrong passphrase
    /// from damage and binds the file to one key.
    private record Keys(Secret key, byte[] nonce, byte[] commit) implements AutoCloseable {
        static Keys derive(Secret passphrase, byte[] openHeader, VaultCost cost) {
            byte[] salt =
                    Arrays.copyOfRange(
                            openHeader, openHeader.length - SALT_BYTES, openHeader.length);
            byte[] phrase = passphrase.expose();
            int[] parameters = {cost.memoryKib(), cost.passes(), cost.lanes()};
            byte[] stretched = Argon2id.derive(phrase, salt, parameters, Hash.BYTES);
            Arrays.fill(phrase, (byte) 0);
            int length = Aead.KEY_BYTES + Aead.NONCE_BYTES + Hash.BYTES;
            try (Secret root = Secret.copyOf(stretched);
                    Secret all = Kdf.hkdfSha256(root, salt, KEYS, openHeader, length)) {
                Arrays.fill(stretched, (byte) 0);
                int nonceEnd = Aead.KEY_BYTES + Aead.NONCE_BYTES;
                try (Secret nonce = all.slice(Aead.KEY_BYTES, nonceEnd);
                        Secret commit = all.slice(nonceEnd, length)) {
                    return new Keys(all.slice(0, Aead.KEY_BYTES), nonce.expose(), commit.expose());
                }
            }
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
