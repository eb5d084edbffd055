// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.ballot.group.Groups;

import java.util.Set;

class LagrangeTest {
    /// `lagrange_I_1_3` of `vectors-A.json`.
    @Test
    void theFactorsAreThoseOfTheTool() {
        Set<Integer> there = Set.of(1, 3);
        assertThat(Decryption.lagrange(Groups.BELENIOS_2048, there, 1).value())
                .hasToString(
                        "39285866625535942539963829906335725060910710629204397305755040959902811611722");
        assertThat(Decryption.lagrange(Groups.BELENIOS_2048, there, 3).value())
                .hasToString(
                        "39285866625535942539963829906335725060910710629204397305755040959902811611720");
    }
}
