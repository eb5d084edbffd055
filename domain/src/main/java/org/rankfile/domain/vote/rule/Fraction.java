// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a whole, in lowest terms. Nothing here is rounded but to whole ballots.
///
/// @param numerator from 0 to the denominator
/// @param denominator from 1 to [Limits#FRACTION_PART]
public record Fraction(int numerator, int denominator) {
    /// One half.
    public static final Fraction HALF = new Fraction(1, 2);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

    /// Reduces to lowest terms.
    public Fraction {
        if (numerator < 0
                || denominator < 1
                || numerator > denominator
                || denominator > Limits.FRACTION_PART) {
            throw new IllegalArgumentException("not a fraction from 0 to 1");
        }
        int divisor = divisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    private static int divisor(int a, int b) {
        return a == 0 ? b : divisor(b % a, a);
    }

    /// Reads `2/3`; empty for anything else.
    static Optional<Fraction> read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int numerator = Integer.parseInt(parts.group(1));
        int denominator = Integer.parseInt(parts.group(2));
        return denominator == 0 || numerator > denominator || denominator > Limits.FRACTION_PART
                ? Optional.empty()
                : Optional.of(new Fraction(numerator, denominator));
    }

    /// The smallest count that is at least this part of a whole.
    ///
    /// @param whole up to [Limits#VOTERS], so that no product overflows
    long atLeast(long whole) {
        return Math.ceilDiv(Math.multiplyExact(whole, numerator), denominator);
    }

    /// The smallest count that is more than this part of a whole.
    long moreThan(long whole) {
        return Math.multiplyExact(whole, numerator) / denominator + 1;
    }

    /// Whether this is one half or more.
    boolean isHalfOrMore() {
        return 2 * numerator >= denominator;
    }

    /// As it is written in rules: `2/3`.
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
