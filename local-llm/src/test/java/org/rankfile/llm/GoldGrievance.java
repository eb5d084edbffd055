// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Category;
import org.rankfile.llm.extract.Span;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One of the development grievances with what its author marked in it.
record GoldGrievance(
        String id,
        String text,
        List<Span> sentences,
        Set<Integer> keySentences,
        Map<BriefRole, Set<Integer>> roles,
        Category category) {
    static List<GoldGrievance> all() {
        var all = new ArrayList<GoldGrievance>();
        try (InputStream in = GoldGrievance.class.getResourceAsStream("grievances-dev.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("the development grievances are missing");
            }
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : lines.lines().toList()) {
                all.add(of(new ObjectMapper().readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static GoldGrievance of(JsonNode node) {
        var spans = new ArrayList<Span>();
        for (JsonNode span : node.path("sentences")) {
            spans.add(new Span(span.path(0).asInt(), span.path(1).asInt()));
        }
        Map<BriefRole, Set<Integer>> roles = new EnumMap<>(BriefRole.class);
        for (BriefRole role : BriefRole.values()) {
            roles.put(role, numbers(node.path("sentence_roles").path(role.key())));
        }
        return new GoldGrievance(
                node.path("id").asText(),
                node.path("text").asText(),
                spans,
                numbers(node.path("key_sentences")),
                roles,
                Category.valueOf(
                        node.path("brief").path("category").asText().toUpperCase(Locale.ROOT)));
    }

    private static Set<Integer> numbers(JsonNode array) {
        var numbers = new HashSet<Integer>();
        array.forEach(n -> numbers.add(n.asInt()));
        return numbers;
    }

    /// The sentences that are marked with the role.
    Set<Integer> marked(BriefRole role) {
        return roles.getOrDefault(role, Set.of());
    }

    /// The text without the sentences that are marked with the role.
    String without(BriefRole role) {
        var rest = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            if (!marked(role).contains(i)) {
                rest.append(sentences.get(i).of(text)).append(' ');
            }
        }
        return rest.toString();
    }

    /// The marked sentences that a sentence of a summary overlaps by more than half of either.
    Set<Integer> matching(SummarySentence sentence) {
        var matching = new HashSet<Integer>();
        for (int i = 0; i < sentences.size(); i++) {
            Span gold = sentences.get(i);
            int shared =
                    Math.min(gold.end(), sentence.end()) - Math.max(gold.start(), sentence.start());
            int shorter = Math.min(gold.end() - gold.start(), sentence.end() - sentence.start());
            if (shared * 2 > shorter) {
                matching.add(i);
            }
        }
        return matching;
    }
}
