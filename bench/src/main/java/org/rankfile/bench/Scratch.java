// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for what is measured, among the machine's temporary files; closing deletes it.
///
/// @param folder is there until then
record Scratch(Path folder) implements AutoCloseable {
    static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("rankfile-bench"));
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
