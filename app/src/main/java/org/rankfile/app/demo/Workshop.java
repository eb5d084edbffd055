// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which the demo happens: one folder for each laptop, one for the recorded traffic.
/// Deleted with everything in it, unless it is to be kept.
final class Workshop implements AutoCloseable {
    private final Path folder;
    private final boolean kept;

    private Workshop(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /// A new folder, readable for this user only.
    ///
    /// @param keep where it is kept, a folder that does not exist or is empty; null: a temporary
    ///   one
    static Workshop open(@Nullable Path keep) throws DemoFailed {
        try {
            if (keep == null) {
                return new Workshop(Files.createTempDirectory("rf").toRealPath(), false);
            }
            Files.createDirectories(keep);
            Path folder = keep.toRealPath();
            try (var inside = Files.list(folder)) {
                DemoFailed.unless(
                        inside.findAny().isEmpty(),
                        "The folder to keep things in is not empty. Name another one.");
            }
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new Workshop(folder, true);
        } catch (IOException e) {
            throw new DemoFailed("No folder could be made for the demo. Check your rights.", e);
        }
    }

    Path folder() {
        return folder;
    }

    /// A new folder in it.
    Path room(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Deleting());
        } catch (IOException leftBehind) {
            // It is in the system's temporary folder: sealed homes of people who do not exist.
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
