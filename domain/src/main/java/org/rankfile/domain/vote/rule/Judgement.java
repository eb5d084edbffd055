// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.OptionalInt;

/// What came of judging figures by rules.
public sealed interface Judgement {
    /// The rules say this.
    record Judged(Verdict verdict) implements Judgement {}

    /// They say nothing, because of the figures.
    ///
    /// @param unit the unit, from 0, if it is about one
    /// @param question the question, from 0, if it is about one
    record Refused(FiguresFault fault, OptionalInt unit, OptionalInt question)
            implements Judgement {
        static Refused of(FiguresFault fault) {
            return new Refused(fault, OptionalInt.empty(), OptionalInt.empty());
        }

        static Refused in(FiguresFault fault, int unit) {
            return new Refused(fault, OptionalInt.of(unit), OptionalInt.empty());
        }

        static Refused at(FiguresFault fault, int unit, int question) {
            return new Refused(fault, OptionalInt.of(unit), OptionalInt.of(question));
        }
    }

    /// What the rules say of the figures.
    static Judgement of(RuleSet rules, Figures figures) {
        return new FiguresCheck(rules, figures)
                .fault()
                .<Judgement>map(refused -> refused)
                .orElseGet(() -> new Judged(new Judge(rules, figures).verdict()));
    }
}
