// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Searches everything that the peers wrote and sent for texts that must be sealed, and proves on
/// planted ones that the search would have found them.
final class Sweep {
    private static final int BLOCK_BYTES = 256;

    /// So many different bytes among 256 are usual for random ones (162), and never seen in text.
    private static final int DISTINCT = 140;

    private final Local local;
    private final List<String> texts;
    private final Windows windows;

    Sweep(Local local, List<String> texts) {
        this.local = local;
        this.texts = texts;
        windows = Windows.of(texts);
    }

    /// How many windows are looked for.
    int windows() {
        return windows.count();
    }

    /// Searches homes, temporary folders and outputs as they are now.
    LeakSearch laptops() throws IOException {
        List<Path> all = new ArrayList<>();
        local.everybody().forEach(peer -> all.addAll(peer.written()));
        return LeakSearch.below(all, windows);
    }

    /// Searches what passed between the peers.
    LeakSearch traffic() throws IOException {
        return LeakSearch.below(List.of(local.traffic()), windows);
    }

    /// Plants a text in every form, in a file of its own and in the middle of a sealed row and of a
    /// sealed frame, and searches as above.
    ///
    /// @param room for the planted files; empty
    /// @return how many were planted, all of which were found
    int control(RandomGenerator random, Path room) throws IOException, DemoFailed {
        String text = texts.get(random.nextInt(texts.size()));
        byte[] plain = text.getBytes(UTF_8);
        Path log = local.ana().home().resolve("log");
        List<byte[]> planted =
                List.of(
                        plain,
                        text.toLowerCase(Locale.ROOT).getBytes(UTF_8),
                        text.getBytes(UTF_16LE),
                        text.getBytes(UTF_16BE),
                        Base64.getEncoder().encode(plain),
                        inSealed(Files.readAllBytes(log), plain, random),
                        inSealed(Files.readAllBytes(largestRecording()), plain, random));
        int number = 0;
        for (byte[] each : planted) {
            number++;
            Path folder = Files.createDirectories(room.resolve("planted-" + number));
            Files.write(folder.resolve("file"), each);
            DemoFailed.unless(
                    LeakSearch.below(List.of(folder), windows).hits() > 0,
                    "the search does not find text number " + number + " that was planted");
        }
        return number;
    }

    private Path largestRecording() throws IOException {
        try (Stream<Path> files = Files.list(local.traffic())) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow(() -> new IOException("nothing was recorded"));
        }
    }

    /// Overwrites a place among sealed bytes with the text.
    static byte[] inSealed(byte[] file, byte[] text, RandomGenerator random) throws DemoFailed {
        int blocks = file.length / BLOCK_BYTES;
        int first = blocks == 0 ? 0 : random.nextInt(blocks);
        for (int i = 0; i < blocks; i++) {
            int start = (first + i) % blocks * BLOCK_BYTES;
            if (isSealed(file, start)) {
                byte[] copy = file.clone();
                System.arraycopy(text, 0, copy, start + BLOCK_BYTES / 4, text.length);
                return copy;
            }
        }
        throw new DemoFailed("nothing sealed is where sealed rows or frames should be");
    }

    private static boolean isSealed(byte[] file, int start) {
        BitSet seen = new BitSet();
        for (int i = 0; i < BLOCK_BYTES; i++) {
            seen.set(file[start + i] & 0xff);
        }
        return seen.cardinality() >= DISTINCT;
    }
}
