// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds small exponents of the generator by baby steps and giant steps (Shanks, "Class Number, a
/// Theory of Factorization, and Genera", 1971): the time is the square root of what is searched, up
/// to the memory it may take.
final class Logarithms {
    /// So many baby steps take half a table of 32 MB. Up to 10¹² they are as many as giant steps.
    private static final int MAX_BABY_BITS = 21;

    private final Group group;
    private final Montgomery field;
    private final long most;
    private final int babyBits;
    private final long[] giantStep;

    /// The low bits of a place hold the number of a baby step and one, so that 0 is an empty place,
    /// the others those of its fingerprint. What is found is checked, so that they may collide.
    private final long[] table;

    /// @param most the largest exponent that is searched for, from 0
    /// @param babyBits there are two to this power of baby steps
    Logarithms(Group group, Montgomery field, long most, int babyBits) {
        this.group = group;
        this.field = field;
        this.most = most;
        this.babyBits = babyBits;
        giantStep = field.enter(group.power(group.scalar(-(1L << babyBits))).value());
        table = new long[2 << babyBits];
        fill();
    }

    /// With how many baby steps so many searches are fastest.
    static int babyBits(long most, int searches) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(most);
        int more = Integer.SIZE - Integer.numberOfLeadingZeros(searches);
        return Math.min(MAX_BABY_BITS, (bits + more) / 2 + 1);
    }

    private void fill() {
        long[] generator = field.enter(group.generator().value());
        long[] power = field.one();
        for (int step = 0; step < 1 << babyBits; step++) {
            long bits = field.fingerprint(power);
            int place = place(bits);
            while (table[place] != 0) {
                place = next(place);
            }
            table[place] = tag(bits) | (step + 1);
            power = field.times(power, generator);
        }
    }

    private int place(long bits) {
        return (int) bits & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    private long tag(long bits) {
        return bits >>> (babyBits + 1) << (babyBits + 1);
    }

    /// The exponents; empty where one is above the most.
    Optional<List<Long>> of(List<Element> powers) {
        List<Long> found = new ArrayList<>(powers.size());
        for (Element power : powers) {
            long exponent = of(power);
            if (exponent < 0) {
                return Optional.empty();
            }
            found.add(exponent);
        }
        return Optional.of(found);
    }

    private long of(Element power) {
        long[] left = field.enter(power.value());
        for (long start = 0; start >= 0 && start <= most; start += 1L << babyBits) {
            long bits = field.fingerprint(left);
            for (int at = place(bits); table[at] != 0; at = next(at)) {
                long exponent = start + (table[at] & ((2L << babyBits) - 1)) - 1;
                if (tag(table[at]) == tag(bits)
                        && exponent <= most
                        && group.power(group.scalar(exponent)).equals(power)) {
                    return exponent;
                }
            }
            left = field.times(left, giantStep);
        }
        return -1;
    }
}
