// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Mac;
import org.rankfile.crypto.Secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Seals the cells of one file: `nonce:12 | ciphertext`, bound to file, kind and place (ST-2).
final class Seal implements AutoCloseable {
    private static final Label CELLS = new Label("rankfile/store-cell/1");
    private static final Label ADDRESSES = new Label("rankfile/store-address/1");
    private static final int TABLE_BYTES = 8;
    private static final int ADDRESS_BYTES = 32;

    private final Secret cellKey;
    private final Secret addressKey;
    private final byte[] fileId;
    private final RandomGenerator random;

    Seal(Secret key, byte[] fileId, RandomGenerator random) {
        cellKey = Kdf.hkdfSha256(key, fileId, CELLS, new byte[0], Aead.KEY_BYTES);
        addressKey = Kdf.hkdfSha256(key, fileId, ADDRESSES, new byte[0], Aead.KEY_BYTES);
        this.fileId = fileId.clone();
        this.random = random;
    }

    byte[] seal(char kind, byte[] place, byte[] plain) {
        byte[] nonce = new byte[Aead.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = Aead.seal(cellKey, nonce, bound(kind, place), plain);
        byte[] cell = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, cell, nonce.length, sealed.length);
        return cell;
    }

    Optional<byte[]> open(char kind, byte[] place, byte[] cell) {
        if (cell.length < Aead.NONCE_BYTES + Aead.TAG_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(cell, Aead.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(cell, Aead.NONCE_BYTES, cell.length);
        return Aead.open(cellKey, nonce, bound(kind, place), sealed);
    }

    /// Where the records of a table start.
    byte[] tableAddress(String table) {
        byte[] name = table.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Mac.hmacSha256(addressKey, ADDRESSES, name).bytes(), TABLE_BYTES);
    }

    /// Where a record lies: eight bytes of its table, 24 of its key.
    byte[] address(String table, byte[] key) {
        byte[] prefix = tableAddress(table);
        byte[] rest = Mac.hmacSha256(addressKey, ADDRESSES, prefix, key).bytes();
        byte[] address = Arrays.copyOf(prefix, ADDRESS_BYTES);
        System.arraycopy(rest, 0, address, TABLE_BYTES, ADDRESS_BYTES - TABLE_BYTES);
        return address;
    }

    static byte[] place(long pos) {
        return ByteBuffer.allocate(Long.BYTES).putLong(pos).array();
    }

    private byte[] bound(char kind, byte[] place) {
        return ByteBuffer.allocate(fileId.length + 1 + place.length)
                .put(fileId)
                .put((byte) kind)
                .put(place)
                .array();
    }

    @Override
    public void close() {
        cellKey.close();
        addressKey.close();
    }
}
