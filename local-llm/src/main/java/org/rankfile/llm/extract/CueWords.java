// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Words and phrases that point to a role, from `cues.txt`. Written from general knowledge of
/// grievances; a cue alone proves nothing, it has to agree with the meaning.
final class CueWords {
    private static final String RESOURCE = "cues.txt";
    private static final Map<BriefRole, List<Pattern>> CUES = read();

    /// Names of laws, which only capitals tell.
    private static final Pattern NAMED_LAW =
            Pattern.compile("\\b[A-Z]\\w+ (?:[A-Z]\\w+ )*(?:Act|Regulations|Code|Law)\\b");

    private CueWords() {}

    /// How many different cues of the role the sentence has.
    static int count(BriefRole role, String sentence) {
        int found = 0;
        for (Pattern cue : CUES.getOrDefault(role, List.of())) {
            found += cue.matcher(sentence).find() ? 1 : 0;
        }
        boolean law = role == BriefRole.CONTRACT && NAMED_LAW.matcher(sentence).find();
        return law ? found + 1 : found;
    }

    private static Map<BriefRole, List<Pattern>> read() {
        Map<BriefRole, List<Pattern>> cues = new EnumMap<>(BriefRole.class);
        Map<String, String> names = new LinkedHashMap<>();
        List<Pattern> section = new ArrayList<>();
        for (String line : text().lines().filter(l -> !l.isEmpty()).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new ArrayList<>();
                String name = line.substring(1, line.length() - 1);
                if (!name.equals("names")) {
                    cues.put(BriefRole.valueOf(name.toUpperCase(Locale.ROOT)), section);
                }
            } else if (cues.isEmpty() && !line.startsWith("#")) {
                int space = line.indexOf(' ');
                names.put(
                        "{" + line.substring(0, space) + "}",
                        expand(line.substring(space + 1), names));
            } else if (!line.startsWith("#")) {
                section.add(pattern(expand(line, names)));
            }
        }
        return cues;
    }

    private static String expand(String line, Map<String, String> names) {
        String expanded = line;
        for (Map.Entry<String, String> name : names.entrySet()) {
            expanded = expanded.replace(name.getKey(), name.getValue());
        }
        return expanded;
    }

    /// Cues are whole words.
    private static Pattern pattern(String cue) {
        String start = cue.startsWith("^") ? "" : "\\b";
        return Pattern.compile(start + cue + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    private static String text() {
        try (InputStream in = CueWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the cue words are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
