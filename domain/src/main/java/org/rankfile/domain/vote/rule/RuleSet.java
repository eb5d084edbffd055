// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The rules of one ballot: fixed, signed and hashed before it opens.
///
/// @param origin where they come from
/// @param label how far they can be relied upon
/// @param units how several workplaces are counted
/// @param leastUnit the fewest ballots of which figures may be told, [Limits#LEAST_UNIT] or more
/// @param mandate when a ballot that passed may be acted upon
/// @param noticeDays how many days before it acts the union tells the employer
/// @param questions at most one for each question, and one for all others
public record RuleSet(
        Origin origin,
        Label label,
        Units units,
        int leastUnit,
        Optional<Mandate> mandate,
        OptionalInt noticeDays,
        List<QuestionRule> questions) {
    /// How a hash of rules is announced in an election's description.
    public static final String REFERENCE = "rules-sha256:";

    /// @throws IllegalArgumentException for rules that contradict themselves, or beyond [Limits]
    public RuleSet {
        questions = List.copyOf(questions);
        if (leastUnit < Limits.LEAST_UNIT || leastUnit > Limits.VOTERS) {
            throw new IllegalArgumentException("a unit too small for a secret, or too large");
        }
        if (noticeDays.isPresent()
                && (noticeDays.getAsInt() < 1 || noticeDays.getAsInt() > Limits.NOTICE_DAYS)) {
            throw new IllegalArgumentException("no notice, or more than a year");
        }
        if (questions.isEmpty() || questions.size() > Limits.QUESTIONS) {
            throw new IllegalArgumentException("no questions, or too many");
        }
        Set<OptionalInt> told = new HashSet<>();
        if (!questions.stream().allMatch(rule -> told.add(rule.question()))) {
            throw new IllegalArgumentException("two rules for one question");
        }
    }

    /// Reads rules in their one form.
    ///
    /// @throws RulesRefused for anything else; the place and the reason name no text of the file
    public static RuleSet read(byte[] bytes) throws RulesRefused {
        return RuleReader.read(bytes);
    }

    /// The one form: what is kept, sent and hashed.
    public byte[] bytes() {
        return RuleWriter.bytes(this);
    }

    /// SHA-256 of the bytes alone, because outsiders check it with any tool.
    public Hash hash() {
        return Hash.sha256Plain(bytes());
    }

    /// What an election's description says, so that its fingerprint binds every ballot to these
    /// rules: `rules-sha256:` and 64 hexadecimal digits.
    public String reference() {
        return REFERENCE + hash().hex();
    }

    /// What keeps these rules from judging questions, whatever is counted; empty if nothing does.
    ///
    /// @param answers how many answers each question has
    /// @param present whether it will be told how many were present
    public Optional<FiguresFault> flaw(List<Integer> answers, boolean present) {
        return FiguresCheck.rules(this, answers, present).map(Judgement.Refused::fault);
    }

    /// The rule of a question.
    public Optional<QuestionRule> rule(int question) {
        return named(OptionalInt.of(question)).or(() -> named(OptionalInt.empty()));
    }

    private Optional<QuestionRule> named(OptionalInt question) {
        return questions.stream().filter(rule -> rule.question().equals(question)).findFirst();
    }
}
