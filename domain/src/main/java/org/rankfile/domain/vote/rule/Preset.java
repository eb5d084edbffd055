// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Condition.Comparison;
import org.rankfile.domain.vote.rule.Condition.If;
import org.rankfile.domain.vote.rule.Condition.Share;
import org.rankfile.domain.vote.rule.Condition.Turnout;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Rules that unions and laws have, as far as we could read: to start from, and to be checked with
/// the union and the law. No legal advice. Where the source gives no day, the legal date is the day
/// on which it was read.
public enum Preset {
    /// More yes than no.
    SIMPLE_MAJORITY {
        @Override
        public RuleSet rules() {
            return preset(
                    read("Simple majority of yes and no", "common rule of meetings"), MAJORITY);
        }
    },
    /// Two thirds of those voting.
    TWO_THIRDS_OF_VOTES {
        @Override
        public RuleSet rules() {
            return preset(
                    read(
                            "Two thirds of those voting (UAW)",
                            "uaw.org: UAW Constitution, Strikes, section 1(a)"),
                    atLeast(TWO_THIRDS, Base.VALID));
        }
    },
    /// Two thirds of those at the meeting, voting or not.
    TWO_THIRDS_OF_PRESENT {
        @Override
        public RuleSet rules() {
            return preset(
                    read(
                            "Two thirds of those present (IAM)",
                            "d70iam.org: strike vote, two thirds of those present and qualified"),
                    atLeast(TWO_THIRDS, Base.PRESENT));
        }
    },
    /// Three quarters of everybody entitled.
    THREE_QUARTERS_OF_ENTITLED {
        @Override
        public RuleSet rules() {
            return preset(
                    read(
                            "Three quarters of those entitled (IG Metall)",
                            "igmetall.de: Satzung, section 22"),
                    atLeast(new Fraction(3, 4), Base.ENTITLED));
        }
    },
    /// A quarter of everybody entitled accepts, and the strike ends.
    QUARTER_TO_END {
        @Override
        public RuleSet rules() {
            return ruleSet(
                    read(
                            "A quarter of those entitled ends a strike (IG Metall)",
                            "igmetall.de: Urabstimmung, second ballot, 25 percent accept"),
                    QuestionRule.plain(Tie.COUNTS, atLeast(new Fraction(1, 4), Base.ENTITLED)));
        }
    },
    /// Great Britain since 18 February 2026.
    UK_HALF_TURNOUT {
        @Override
        public RuleSet rules() {
            return lasting(
                    Period.ofMonths(12),
                    OptionalInt.of(10),
                    preset(
                            new Origin(
                                    "UK: half vote, and a majority of them",
                                    1,
                                    LocalDate.of(2026, 2, 18),
                                    Optional.empty(),
                                    "Employment Rights Act 2025; thompsonstradeunion.law,"
                                            + " crosslandsolicitors.com. The turnout floor is to"
                                            + " go with electronic balloting: check"),
                            HALF_VOTE,
                            MAJORITY));
        }
    },
    /// Important public services in Great Britain until 17 February 2026.
    UK_PUBLIC_SERVICES {
        @Override
        public RuleSet rules() {
            return lasting(
                    Period.ofMonths(6),
                    OptionalInt.of(14),
                    preset(
                            new Origin(
                                    "UK important public services until 2026: half vote, and two"
                                            + " fifths of those entitled say yes",
                                    1,
                                    LocalDate.of(2017, 3, 1),
                                    Optional.of(LocalDate.of(2026, 2, 17)),
                                    "Trade Union Act 2016, sections 2 and 3"),
                            HALF_VOTE,
                            MAJORITY,
                            atLeast(new Fraction(2, 5), Base.ENTITLED)));
        }
    },
    /// A protected action ballot in Australia.
    AU_PROTECTED_ACTION {
        @Override
        public RuleSet rules() {
            return lasting(
                    Period.ofDays(30),
                    OptionalInt.empty(),
                    preset(
                            read(
                                    "Australia: protected action ballot",
                                    "fwc.gov.au: Fair Work Act 2009, section 459. 30 days may be"
                                            + " extended once"),
                            HALF_VOTE,
                            MAJORITY));
        }
    },
    /// An example of a rule with two halves; it was abolished. "Yes" is to reject and strike.
    TEAMSTERS_UNTIL_2021 {
        @Override
        public RuleSet rules() {
            return preset(
                    new Origin(
                            "Teamsters until 2021: a majority rejects where half vote, else two"
                                    + " thirds",
                            1,
                            LocalDate.of(2021, 1, 1),
                            Optional.of(LocalDate.of(2021, 6, 24)),
                            "tdu.org, teamsters355.com: Constitution, article XII"),
                    new If(HALF_VOTE, List.of(MAJORITY), List.of(atLeast(TWO_THIRDS, Base.VALID))));
        }
    };

    private static final LocalDate READ = LocalDate.of(2026, 11, 25);
    private static final Fraction TWO_THIRDS = new Fraction(2, 3);
    private static final Turnout HALF_VOTE = new Turnout(Fraction.HALF, Base.ENTITLED);
    private static final Share MAJORITY =
            new Share(Comparison.MORE_THAN, Fraction.HALF, Base.VALID);

    /// The rules.
    public abstract RuleSet rules();

    private static Share atLeast(Fraction fraction, Base of) {
        return new Share(Comparison.AT_LEAST, fraction, of);
    }

    private static Origin read(String name, String source) {
        return new Origin(name, 1, READ, Optional.empty(), source);
    }

    private static RuleSet preset(Origin origin, Condition... conditions) {
        return ruleSet(origin, QuestionRule.plain(Tie.FAILS, conditions));
    }

    private static RuleSet ruleSet(Origin origin, QuestionRule rule) {
        return new RuleSet(
                origin,
                Label.CHECK,
                Units.TOGETHER,
                Limits.LEAST_UNIT,
                Optional.empty(),
                OptionalInt.empty(),
                List.of(rule));
    }

    private static RuleSet lasting(Period term, OptionalInt noticeDays, RuleSet rules) {
        return new RuleSet(
                rules.origin(),
                rules.label(),
                rules.units(),
                rules.leastUnit(),
                Optional.of(Mandate.lasting(term)),
                noticeDays,
                rules.questions());
    }
}
