// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The invented sentences behind the built-in prototypes, by section: `role.issue`,
/// `category.leave`. The first of each section is the description.
public final class BuiltInSentences {
    private BuiltInSentences() {}

    public static Map<String, List<String>> sections() {
        var sections = new LinkedHashMap<String, List<String>>();
        for (String kind : List.of("role", "category")) {
            List<String> section = new ArrayList<>();
            for (String line : text(kind + "-sentences.txt").lines().toList()) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(kind + "." + line.substring(1, line.length() - 1), section);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    section.add(line);
                }
            }
        }
        return sections;
    }

    static String text(String resource) {
        try (InputStream in = BuiltInSentences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
