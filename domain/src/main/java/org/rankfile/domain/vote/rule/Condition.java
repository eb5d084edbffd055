// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.util.List;

/// Something that has to hold. Of several, all have to.
public sealed interface Condition {
    /// Whether fewer yes than no can never meet it: every base holds both.
    boolean needsHalf();

    /// How many conditions are within each other.
    int depth();

    /// A condition that compares two numbers.
    sealed interface Measure extends Condition {
        /// The whole.
        Base of();

        /// The part of it.
        Fraction fraction();

        /// The smallest count that meets this. Never 0, so a whole of 0 fails.
        long needed(long whole);

        @Override
        default int depth() {
            return 1;
        }
    }

    /// Enough ballots: at least this part of those entitled or enrolled.
    record Turnout(Fraction fraction, Base of) implements Measure {
        /// @throws IllegalArgumentException for another base, or a part of nothing
        public Turnout {
            if ((of != Base.ENTITLED && of != Base.ENROLLED) || fraction.numerator() == 0) {
                throw new IllegalArgumentException("turnout is a part of those entitled, enrolled");
            }
        }

        @Override
        public long needed(long whole) {
            return Math.max(1, fraction.atLeast(whole));
        }

        @Override
        public boolean needsHalf() {
            return false;
        }
    }

    /// Enough yes.
    record Share(Comparison comparison, Fraction fraction, Base of) implements Measure {
        /// @throws IllegalArgumentException for what always or never holds
        public Share {
            if (fraction.numerator() == (comparison == Comparison.AT_LEAST ? 0 : 1)
                    && fraction.denominator() == 1) {
                throw new IllegalArgumentException("a share that always or never is reached");
            }
        }

        @Override
        public long needed(long whole) {
            return comparison == Comparison.AT_LEAST
                    ? Math.max(1, fraction.atLeast(whole))
                    : fraction.moreThan(whole);
        }

        @Override
        public boolean needsHalf() {
            return fraction.isHalfOrMore();
        }
    }

    /// How a share is compared.
    enum Comparison {
        /// This part is enough.
        AT_LEAST,
        /// It has to be more.
        MORE_THAN
    }

    /// One or the other, by the turnout.
    ///
    /// @param then what has to hold where the turnout is reached
    /// @param otherwise what has to hold where it is not
    record If(Turnout when, List<Condition> then, List<Condition> otherwise) implements Condition {
        /// @throws IllegalArgumentException for nothing or too much to hold
        public If {
            then = all(then);
            otherwise = all(otherwise);
        }

        @Override
        public boolean needsHalf() {
            return then.stream().anyMatch(Condition::needsHalf)
                    && otherwise.stream().anyMatch(Condition::needsHalf);
        }

        @Override
        public int depth() {
            return 1 + Math.max(Condition.depth(then), Condition.depth(otherwise));
        }
    }

    /// The deepest of several.
    static int depth(List<Condition> conditions) {
        return conditions.stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /// A copy of conditions that all have to hold.
    ///
    /// @throws IllegalArgumentException for none, or more than [Limits#CONDITIONS]
    static List<Condition> all(List<Condition> conditions) {
        if (conditions.isEmpty() || conditions.size() > Limits.CONDITIONS) {
            throw new IllegalArgumentException("no conditions, or too many");
        }
        return List.copyOf(conditions);
    }
}
