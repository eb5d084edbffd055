// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.rankfile.app.desk.Answer;

import java.io.IOException;
import java.io.Writer;
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
        try (Writer out =
                Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(text);
        }
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
