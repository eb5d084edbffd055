// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.llm.onnx.MiniLm;
import org.rankfile.llm.onnx.ModelException;

import java.util.List;
import java.util.Map;

final class PrototypesTest {
    @Test
    void theShippedVectorsAreMadeFromTheShippedSentences() throws ModelException {
        Prototypes shipped = Prototypes.builtIn();
        assertThat(shipped.modelSha256()).isEqualTo(MiniLm.sha256());
        try (MiniLm encoder = MiniLm.load()) {
            Prototypes made = Prototypes.parse(PrototypeMaker.make(encoder));
            float[] probe = encoder.embed("They told me to sign the letter by Friday.");
            for (String name : BuiltInSentences.sections().keySet()) {
                // Quantised arithmetic differs a little between processors.
                assertThat(made.cosine(name, probe))
                        .isBetween(
                                shipped.cosine(name, probe) - 0.02,
                                shipped.cosine(name, probe) + 0.02);
            }
            for (Category category : Category.values()) {
                assertThat(made.fit(category, probe))
                        .isBetween(
                                shipped.fit(category, probe) - 0.05,
                                shipped.fit(category, probe) + 0.05);
            }
        }
    }

    @Test
    void everyRoleAndCategoryHasItsOwnSentences() {
        Map<String, List<String>> sections = BuiltInSentences.sections();
        assertThat(sections).hasSize(BriefRole.values().length + 1 + Category.values().length);
        assertThat(sections.values()).allSatisfy(s -> assertThat(s).hasSizeGreaterThan(10));
        assertThat(sections.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void aFileWithoutAModelOrAVectorIsRefused() {
        assertThatThrownBy(() -> Prototypes.parse("centre AAAA\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Prototypes.parse("model " + "0".repeat(64) + "\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
