// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.rankfile.app.desk.Answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that commands write for people: new ones only, readable by their owner only.
final class NewFile {
    private NewFile() {}

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix =
                folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] mine =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, mine);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }

    static Answer.Refused exists() {
        return new Answer.Refused(
                "file_exists", "The file exists. Name another one, or remove it.");
    }

    static Answer.Refused failed() {
        return new Answer.Refused(
                "unwritable", "The file cannot be written. Check its folder and your rights.");
    }
}
