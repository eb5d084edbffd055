// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Looks for windows of texts that must be sealed in everything below some folders.
///
/// @param files how many files were read
/// @param bytes how many bytes
/// @param hits how many windows were found
record LeakSearch(long files, long bytes, long hits) {
    /// Reads every regular file below the folders. A file that vanishes meanwhile counts as empty.
    static LeakSearch below(List<Path> folders, Windows windows) throws IOException {
        Reader reader = new Reader(windows);
        for (Path folder : folders) {
            Files.walkFileTree(folder, reader);
        }
        return new LeakSearch(reader.files, reader.bytes, reader.hits);
    }

    /// Whether the windows are found where they were put on purpose.
    static boolean finds(Windows windows, byte[] planted) {
        try {
            return windows.countIn(new ByteArrayInputStream(planted)) > 0;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    LeakSearch plus(LeakSearch other) {
        return new LeakSearch(files + other.files, bytes + other.bytes, hits + other.hits);
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final Windows windows;
        private long files;
        private long bytes;
        private long hits;

        Reader(Windows windows) {
            this.windows = windows;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
            if (about.isRegularFile()) {
                try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
                    hits += windows.countIn(stream);
                    bytes += Files.size(file);
                    files++;
                } catch (NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }
    }
}
