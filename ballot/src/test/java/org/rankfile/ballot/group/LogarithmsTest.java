// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.util.List;
import java.util.stream.LongStream;

class LogarithmsTest {
    private static final Group GROUP = Groups.BELENIOS_2048;

    private static List<Element> powers(LongStream exponents) {
        return exponents.mapToObj(GROUP::scalar).map(GROUP::power).toList();
    }

    @Test
    void everySmallExponentIsFoundWithAnyNumberOfBabySteps() {
        Montgomery field = new Montgomery(GROUP.modulus());
        List<Element> powers = powers(LongStream.rangeClosed(0, 100));
        List<Long> exponents = LongStream.rangeClosed(0, 100).boxed().toList();
        for (int babyBits : new int[] {0, 1, 3, 6, 7, 9}) {
            Logarithms logarithms = new Logarithms(GROUP, field, 100, babyBits);
            assertThat(logarithms.of(powers)).contains(exponents);
            assertThat(logarithms.of(powers(LongStream.of(101)))).isEmpty();
        }
    }

    @Test
    void largeExponentsAreFoundUpToTheMost() {
        long most = 3_000_000_000L;
        long[] exponents = {most, 0, most - 1, 1, 1L << 31, 999_999_999};
        assertThat(GROUP.logarithms(powers(LongStream.of(exponents)), most))
                .contains(LongStream.of(exponents).boxed().toList());
        assertThat(GROUP.logarithms(powers(LongStream.of(5, most + 1)), most)).isEmpty();
    }

    @Test
    void whatHasNoSmallExponentIsNotFound() {
        Element element = GROUP.power(GROUP.random(new SeededRandom(4)));
        assertThat(GROUP.logarithms(List.of(element), 100_000)).isEmpty();
        assertThat(GROUP.logarithms(powers(LongStream.of(-1)), 100_000)).isEmpty();
        assertThat(GROUP.logarithms(List.of(GROUP.one()), 0)).contains(List.of(0L));
        assertThat(GROUP.logarithms(List.of(), 10)).contains(List.of());
    }

    @Test
    void memoryIsBoundedWhateverIsSearched() {
        assertThat(Logarithms.babyBits(Long.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(21);
        assertThat(Logarithms.babyBits(10_000, 3)).isEqualTo(9);
    }
}
