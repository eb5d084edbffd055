// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import org.rankfile.testkit.ProjectFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the project that the house rules speak of.
final class Sources {
    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", ".git", "rt", "stage", "out");

    private Sources() {}

    static Path root() {
        return ProjectFiles.root();
    }

    static List<Path> java() {
        return below(root(), ".java");
    }

    static List<Path> mainJava() {
        return java().stream().filter(file -> file.toString().contains("/src/main/java/")).toList();
    }

    static List<Path> testJava() {
        return java().stream().filter(file -> file.toString().contains("/src/test/java/")).toList();
    }

    static List<Path> below(Path top, String ending) {
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Sources::isOurs)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(Path file) {
        return root().relativize(file).toString();
    }

    private static boolean isOurs(Path file) {
        for (Path part : root().relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
