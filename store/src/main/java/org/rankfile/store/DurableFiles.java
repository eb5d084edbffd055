// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/// Files of a home that are on the disk when a call returns. Whoever owns the home sees to it that
/// one thread at a time writes a file.
final class DurableFiles {
    private DurableFiles() {}

    /// A new file; after a crash it may be there in part.
    static void create(Path dir, String name, byte[] bytes) throws IOException {
        write(dir.resolve(name), bytes, StandardOpenOption.CREATE_NEW);
        forceDirectory(dir);
    }

    /// Puts bytes in place of a file. After a crash at any moment either the old or the new one is
    /// there, whole, and perhaps the temporary one in part.
    static void replace(Path dir, String name, String temporary, byte[] bytes) throws IOException {
        Path written = dir.resolve(temporary);
        write(written, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(written, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(dir);
    }

    /// Overwrites a file with zeros where it lies. Best effort on disks and file systems that keep
    /// old blocks.
    static void zero(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, new byte[Math.toIntExact(channel.size())]);
        }
    }

    /// Gives a file or directory of ours the given permissions where the system has such.
    static void restrict(Path file, String permissions) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    /// Makes what was created, renamed and deleted in a directory last.
    static void forceDirectory(Path dir) throws IOException {
        try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException windows) {
            // Directories cannot be opened there; the rename is journalled.
        }
    }

    private static void write(Path file, byte[] bytes, OpenOption... how) throws IOException {
        OpenOption[] options = Arrays.copyOf(how, how.length + 1);
        options[how.length] = StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(file, options)) {
            restrict(file, "rw-------");
            writeAll(channel, bytes);
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }
}
