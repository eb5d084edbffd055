// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// CR-1, CR-2: labels keep uses apart.
class LabelTest {
    @Test
    void theLengthGoesBeforeTheCharacters() {
        assertThat(new Label("a/1").bytes()).containsExactly(3, 'a', '/', '1');
    }

    @Test
    void noLabelIsTheStartOfAnother() {
        Hash one =
                Hash.sha256(
                        new Label("rankfile/a"),
                        "/1x".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Hash two =
                Hash.sha256(
                        new Label("rankfile/a/1"),
                        "x".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void onlyPrintableAsciiIsALabel() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("ñ"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("a".repeat(65)));
    }
}
