// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.rankfile.llm.onnx.MiniLm;
import org.rankfile.llm.onnx.ModelException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Makes `prototypes.txt` from the invented sentences. Not part of the build: run it by name with
/// `-Drankfile.measure=true`, then look at what `SummaryBench` says.
@EnabledIfSystemProperty(named = "rankfile.measure", matches = "true")
final class PrototypeMaker {
    private static final double RIDGE = 1;

    @Test
    void writeTheShippedVectors() throws ModelException, IOException {
        Path file =
                Path.of(
                        System.getProperty("rankfile.root"),
                        "local-llm/src/main/resources/org/rankfile/llm/extract/prototypes.txt");
        try (MiniLm encoder = MiniLm.load()) {
            Files.writeString(file, make(encoder));
        }
    }

    static String make(MiniLm encoder) throws ModelException {
        var out = new StringBuilder();
        out.append(
                "# Built-in prototype vectors, made by PrototypeMaker (in this module's tests)\n");
        out.append(
                "# from role-sentences.txt and category-sentences.txt; licence as the project.\n");
        out.append("model ").append(MiniLm.sha256()).append('\n');
        List<float[]> ofRoles = new ArrayList<>();
        List<float[]> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, List<String>> section : BuiltInSentences.sections().entrySet()) {
            List<float[]> vectors = new ArrayList<>();
            for (String sentence : section.getValue()) {
                vectors.add(encoder.embed(sentence));
                names.add(section.getKey());
            }
            line(out, section.getKey() + ".description", vectors.getFirst());
            line(out, section.getKey() + ".mean", unitMean(vectors));
            all.addAll(vectors);
            if (section.getKey().startsWith("role.")) {
                ofRoles.addAll(vectors);
            }
        }
        line(out, "centre", mean(ofRoles));
        line(out, "all", mean(all));
        var ridge = new Ridge(all, mean(all), RIDGE);
        for (Category category : Category.values()) {
            String name = Prototypes.name(category);
            double[] is = names.stream().mapToDouble(n -> n.equals(name) ? 1 : 0).toArray();
            line(out, name + ".direction", ridge.direction(is));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String name, float[] vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        out.append(name).append(' ');
        out.append(Base64.getEncoder().encodeToString(bytes.array())).append('\n');
    }

    private static float[] unitMean(List<float[]> vectors) {
        return Vectors.unitSum(vectors, MiniLm.DIMENSIONS);
    }

    private static float[] mean(List<float[]> vectors) {
        var mean = new float[MiniLm.DIMENSIONS];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }
}
