// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class StepsTest {
    private final List<String> lines = new ArrayList<>();
    private final Steps steps = new Steps(lines::add);

    @Test
    void aStepIsToldWithATickAndMeasured() throws DemoFailed {
        steps.step("import", "Ana imports", () -> "all rows");
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("✓")
                .endsWith("Ana imports: all rows");
        assertThat(steps.measures().path("importMillis").isIntegralNumber()).isTrue();
    }

    @Test
    void aStepThatFailsIsNamed() {
        assertThatThrownBy(() ->
                        steps.step(
                                "import",
                                "Ana imports",
                                () -> {
                                    throw new DemoFailed("a row is missing");
                                }))
                .isInstanceOf(DemoFailed.class)
                .hasMessage("Ana imports: a row is missing");
        assertThatThrownBy(() ->
                        steps.step(
                                "import",
                                "Ana imports",
                                () -> {
                                    throw new IOException("disk");
                                }))
                .isInstanceOf(DemoFailed.class)
                .hasMessageStartingWith("Ana imports: ");
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("✗"));
    }
}
