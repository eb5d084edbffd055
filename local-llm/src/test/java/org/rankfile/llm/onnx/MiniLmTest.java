// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class MiniLmTest {
    private static MiniLm encoder;

    @BeforeAll
    static void load() throws ModelException {
        encoder = MiniLm.load();
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void aVectorHas384NumbersAndLengthOne() throws ModelException {
        for (String sentence : List.of("I was suspended.", "", "\u0000", "word ".repeat(400))) {
            float[] vector = encoder.embed(sentence);
            assertThat(vector).hasSize(384);
            assertThat(dot(vector, vector)).isEqualTo(1, within(1e-5));
        }
    }

    @Test
    void sentencesOfLikeMeaningAreCloserThanOthers() throws ModelException {
        float[] fired = encoder.embed("They fired me without a reason.");
        float[] dismissed = encoder.embed("I was dismissed and nobody told me why.");
        float[] lunch = encoder.embed("The canteen serves soup on Mondays.");
        assertThat(dot(fired, dismissed)).isGreaterThan(dot(fired, lunch) + 0.3);
    }

    @Test
    @DisplayName("SUM-4: a sentence's vector does not depend on what was read before")
    void aVectorIsTheSameAgainAndAfterALoad() throws ModelException {
        String sentence = "The step 2 answer is due on Friday, 14.3 says so.";
        float[] first = encoder.embed(sentence);
        encoder.embed("Something else in between, rather longer than the other one was.");
        assertThat(encoder.embed(sentence)).isEqualTo(first);
        try (MiniLm again = MiniLm.load()) {
            assertThat(again.embed(sentence)).isEqualTo(first);
        }
    }

    @Test
    @DisplayName("SUM-2: a model file whose hash differs is refused")
    void aModelFileWhoseHashDiffersIsRefused() {
        ModelFile pinned = ModelFile.TOKENIZER;
        var other = new ModelFile(pinned.path(), "0".repeat(64), pinned.maxBytes());
        var cutOff = new ModelFile(pinned.path(), pinned.sha256(), 1_000);
        var absent = new ModelFile("no-such-model.onnx", pinned.sha256(), 1_000);
        assertFault(other, ModelException.Fault.DAMAGED);
        assertFault(cutOff, ModelException.Fault.DAMAGED);
        assertFault(absent, ModelException.Fault.MISSING);
    }

    private static void assertFault(ModelFile file, ModelException.Fault fault) {
        assertThatThrownBy(() -> file.read(MiniLmTest.class.getClassLoader()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    @DisplayName("SUM-10: no file stays in the temporary directory")
    void noFileStaysInTheTemporaryDirectory() throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(NativeRuntime.temporaryPrefix()));
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
