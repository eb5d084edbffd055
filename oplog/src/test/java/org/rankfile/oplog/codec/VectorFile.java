// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.rankfile.testkit.ProjectFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of `docs/spec/vectors` that tests both make and read.
public final class VectorFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VectorFile() {}

    /// Makes nodes to fill.
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// What the file says.
    public static JsonNode read(String name) {
        try {
            return MAPPER.readTree(ProjectFiles.vectors(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks that the file is what the seeds make. `-Drankfile.vectors=write` writes it instead,
    /// for a new format.
    public static void checkMade(String name, JsonNode made) {
        try {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n";
            Path file = ProjectFiles.vectors(name);
            if ("write".equals(System.getProperty("rankfile.vectors"))) {
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
