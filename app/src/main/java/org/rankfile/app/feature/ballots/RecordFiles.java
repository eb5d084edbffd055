// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.rankfile.app.paper.DeclarationPage;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.BallotRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The record of a ballot as three new files beside each other.
final class RecordFiles {
    static final String ARCHIVE = ".bel";
    static final String ANNEX = "-annex.json";
    static final String DECLARATION = ".html";

    private final Path folder;
    private final String name;

    /// @param archive where the archive goes; the others are called after it
    RecordFiles(Path archive) {
        Path whole = archive.toAbsolutePath();
        Path parent = whole.getParent();
        folder = parent == null ? whole : parent;
        String chosen = String.valueOf(whole.getFileName());
        name =
                chosen.endsWith(ARCHIVE)
                        ? chosen.substring(0, chosen.length() - ARCHIVE.length())
                        : chosen;
    }

    /// Writes all of them, or says which cannot be. Nothing that is there is overwritten.
    ///
    /// @return what they are called
    String write(BallotRecord made, Texts texts) throws IOException {
        String page = DeclarationPage.html(made.declaration(), texts);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve(name + ARCHIVE), made.archive());
        files.put(folder.resolve(name + ANNEX), made.annex());
        files.put(folder.resolve(name + DECLARATION), page.getBytes(StandardCharsets.UTF_8));
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(name);
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
        }
        return files.keySet().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
    }
}
