// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// An election that belenios-tool 2.0 made, by `src/test/belenios/make-election.sh`: its records in
/// their order, whatever they are.
final class BeleniosArchive {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;

    private final List<byte[]> data = new ArrayList<>();

    static BeleniosArchive read(String name) throws IOException {
        BeleniosArchive archive = new BeleniosArchive();
        byte[] tar;
        try (InputStream in = BeleniosArchive.class.getResourceAsStream(name)) {
            tar = Objects.requireNonNull(in).readAllBytes();
        }
        int at = 0;
        while (at < tar.length) {
            String file = text(tar, at, 100);
            int size = Integer.parseInt(text(tar, at + SIZE_AT, 11), 8);
            byte[] content = Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size);
            if (file.endsWith(".data.json")) {
                archive.data.add(content);
            }
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return archive;
    }

    private static String text(byte[] tar, int at, int most) {
        return new String(tar, at, most, StandardCharsets.US_ASCII).split("\0", 2)[0];
    }

    byte[] election() {
        return data.get(0);
    }

    byte[] trustees() {
        return data.get(1);
    }

    byte[] credentials() {
        return data.get(2);
    }

    /// All ballots, those that were replaced among them.
    List<byte[]> ballots() {
        return data.stream().filter(each -> starts(each, "{\"election_uuid\"")).toList();
    }

    byte[] tally() {
        return data.stream().filter(each -> starts(each, "[[{")).findFirst().orElseThrow();
    }

    List<byte[]> decryptions() {
        return data.stream().filter(each -> starts(each, "{\"decryption_factors\"")).toList();
    }

    byte[] result() {
        return data.getLast();
    }

    private static boolean starts(byte[] content, String with) {
        return new String(content, StandardCharsets.UTF_8).startsWith(with);
    }
}
