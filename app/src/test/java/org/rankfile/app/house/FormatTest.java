// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {
    @Test
    void everySourceIsFormatted() throws Exception {
        Format.Outcome outcome = Format.run("-n");

        assertThat(outcome.files())
                .as("format these with: mvn -q -ntp -Pformat process-test-classes")
                .isEmpty();
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }
}
