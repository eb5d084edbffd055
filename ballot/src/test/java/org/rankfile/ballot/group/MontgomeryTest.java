// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Against [BigInteger], which divides.
class MontgomeryTest {
    private static final BigInteger ONE = BigInteger.ONE;

    private final SeededRandom random = new SeededRandom(61);

    private BigInteger number(int bits) {
        return new BigInteger(1, random.bytes(bits / Byte.SIZE + 1)).mod(ONE.shiftLeft(bits));
    }

    /// Numbers that are near a border of something: of the modulus, of a digit of 61 bits, of a
    /// word.
    private List<BigInteger> edges(BigInteger modulus) {
        List<BigInteger> edges = new ArrayList<>();
        for (int bits = 0; bits <= modulus.bitLength(); bits++) {
            boolean inner = bits == 61 || bits == 64 || bits == 122 || bits == 1_952;
            boolean border = bits == 0 || inner || bits > modulus.bitLength() - 2;
            if (border) {
                BigInteger power = ONE.shiftLeft(bits);
                edges.addAll(List.of(power.subtract(ONE), power, power.add(ONE)));
            }
        }
        edges.addAll(
                List.of(
                        BigInteger.ZERO,
                        modulus.subtract(ONE),
                        modulus.subtract(BigInteger.TWO),
                        modulus.shiftRight(1)));
        for (int i = 0; i < 4; i++) {
            edges.add(number(modulus.bitLength()));
        }
        return edges.stream().map(edge -> edge.mod(modulus)).distinct().toList();
    }

    private void agrees(BigInteger modulus) {
        Montgomery field = new Montgomery(modulus);
        for (BigInteger one : edges(modulus)) {
            long[] a = field.enter(one);
            assertThat(field.leave(a)).isEqualTo(one);
            assertThat(field.leave(field.square(a))).isEqualTo(one.multiply(one).mod(modulus));
            for (BigInteger other : edges(modulus)) {
                long[] b = field.enter(other);
                assertThat(field.leave(field.times(a, b)))
                        .isEqualTo(one.multiply(other).mod(modulus));
            }
        }
    }

    @Test
    void productsInTheGroupsOfElectionsAreThoseOfBigInteger() {
        agrees(Groups.BELENIOS_2048.modulus());
        agrees(Groups.RFC_3526_2048.modulus());
    }

    /// Where all digits are the largest there are, every carry is as well.
    @Test
    void productsAreRightAtTheLengthsAtWhichCarriesAreLargest() {
        for (int bits :
                new int[] {2, 3, 59, 60, 61, 62, 63, 64, 65, 120, 122, 128, 183, 192, 610}) {
            agrees(ONE.shiftLeft(bits).subtract(ONE));
            agrees(ONE.shiftLeft(bits).add(ONE));
            agrees(number(bits).setBit(bits - 1).setBit(0));
        }
    }

    /// Residues stay below twice the modulus however long the chain is.
    @Test
    void aLongChainOfProductsStaysRight() {
        BigInteger modulus = Groups.BELENIOS_2048.modulus();
        Montgomery field = new Montgomery(modulus);
        BigInteger value = modulus.subtract(BigInteger.TWO);
        long[] factor = field.enter(value);
        long[] residue = factor;
        BigInteger expected = value;
        for (int i = 0; i < 1_000; i++) {
            residue = field.times(field.square(residue), factor);
            expected = expected.multiply(expected).multiply(value).mod(modulus);
        }
        assertThat(field.leave(residue)).isEqualTo(expected);
    }

    @Test
    void theNeutralResidueIsOneAndChangesNothing() {
        Montgomery field = new Montgomery(Groups.BELENIOS_2048.modulus());
        long[] some = field.enter(number(2_000));
        assertThat(field.leave(field.one())).isEqualTo(ONE);
        assertThat(field.times(field.one(), some)).isSameAs(some);
        assertThat(field.times(some, field.one())).isSameAs(some);
        assertThat(field.leave(field.square(field.one()))).isEqualTo(ONE);
    }
}
