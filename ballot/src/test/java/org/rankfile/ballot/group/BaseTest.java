// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

class BaseTest {
    private static final BigInteger ONE = BigInteger.ONE;

    private final SeededRandom random = new SeededRandom(8);

    private List<Scalar> exponents(Group group) {
        List<Scalar> exponents = new ArrayList<>();
        for (long small : new long[] {0, 1, 2, 15, 16, 17, 255, 256, 257, 0x8000_0001L}) {
            exponents.add(group.scalar(small));
        }
        exponents.add(group.scalar(-1));
        exponents.add(group.scalar(ONE.shiftLeft(group.order().bitLength() - 1)));
        exponents.add(group.scalar(ONE.shiftLeft(group.order().bitLength() - 1).subtract(ONE)));
        for (int i = 0; i < 5; i++) {
            exponents.add(group.random(random));
        }
        return exponents;
    }

    @Test
    void allKindsOfBasesTakeTheSamePowers() {
        for (Group group : List.of(Groups.BELENIOS_2048, Groups.RFC_3526_2048)) {
            Element element = group.power(group.generator(), group.random(random));
            List<Base> bases =
                    List.of(
                            group.base(element),
                            group.powers(element, 1),
                            group.powers(element, 100),
                            group.member(element).orElseThrow());
            for (Scalar exponent : exponents(group)) {
                Element power = group.power(element, exponent);
                assertThat(bases)
                        .allSatisfy(base -> assertThat(base.power(exponent)).isEqualTo(power));
            }
        }
    }

    @Test
    void aProductOfPowersIsThatOfThePowers() {
        Group group = Groups.BELENIOS_2048;
        Element element = group.power(group.random(random));
        Scalar one = group.random(random);
        Scalar other = group.random(random);
        assertThat(
                        group.product(
                                group.generatorBase().to(one),
                                group.powers(element, 1).to(other),
                                group.powers(element, 3).to(group.scalar(0))))
                .isEqualTo(
                        group.times(
                                group.power(group.generator(), one), group.power(element, other)));
        assertThat(group.product()).isEqualTo(group.one());
    }

    @Test
    void onlyElementsAreMembers() {
        for (Group group : List.of(Groups.BELENIOS_2048, Groups.RFC_3526_2048)) {
            BigInteger modulus = group.modulus();
            Element element = group.power(group.random(random));
            assertThat(group.member(element)).isPresent();
            assertThat(group.member(group.one())).isPresent();
            Element negative = new Element(modulus.subtract(element.value()));
            for (Element other :
                    List.of(
                            negative,
                            new Element(modulus.subtract(ONE)),
                            new Element(BigInteger.ZERO),
                            new Element(modulus),
                            new Element(modulus.add(element.value())),
                            new Element(element.value().negate()))) {
                assertThat(group.contains(other)).isFalse();
                assertThat(group.member(other)).isEmpty();
            }
        }
    }
}
