// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hint at a passphrase's strength.
class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "ñandúes, TOO_SHORT",
        "aaaaaaaaaaaaaaaaaaaaaaaa, WEAK",
        "password1234, WEAK",
        "Summer2026, WEAK",
        "red bicycle, WEAK",
        "seven quiet lamps over water, STRONG",
        "casa casa casa casa casa, WEAK",
        "tX9#qLm2!vRz7$kWp4&n, STRONG"
    })
    void theHintFollowsWhatIsThere(String typed, Strength hint) {
        assertThat(Strength.of(typed)).isEqualTo(hint);
    }
}
