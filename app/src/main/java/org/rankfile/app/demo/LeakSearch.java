// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Looks for windows of texts that must be sealed in everything below some folders.
///
/// @param files how many files were read
/// @param bytes how many bytes
/// @param hits how many windows were found
record LeakSearch(long files, long bytes, long hits) {
    /// Reads every regular file below the folders. A file that vanishes meanwhile counts as empty.
    static LeakSearch below(List<Path> folders, Windows windows) throws IOException {
        LeakSearch sum = new LeakSearch(0, 0, 0);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    sum = sum.plus(file, windows);
                }
            }
        }
        return sum;
    }

    /// Whether the windows are found where they were put on purpose.
    static boolean finds(Windows windows, byte[] planted) {
        try {
            return windows.countIn(new ByteArrayInputStream(planted)) > 0;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LeakSearch plus(Path file, Windows windows) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            long size = Files.size(file);
            return new LeakSearch(files + 1, bytes + size, hits + windows.countIn(stream));
        } catch (java.nio.file.NoSuchFileException gone) {
            return this;
        }
    }
}
