// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.PersonId;

import java.util.HashSet;
import java.util.List;

/// What a convenor asks for. Immutable.
///
/// @param title what the ballot is called
/// @param description what voters are told
/// @param questions what is asked
/// @param rules the text of the rules that decide
/// @param rehearsal whether it only tries everything out
/// @param officers who is to hold it
/// @param cards members without a device, who vote with a card of paper
public record CallForm(
        String title,
        String description,
        List<Question> questions,
        String rules,
        boolean rehearsal,
        Named officers,
        List<Roster.Member> cards) {
    /// Who is asked to hold an office, in the order of their numbers.
    ///
    /// @param threshold how many tellers are enough to decrypt
    public record Named(
            List<PersonId> registrars,
            List<PersonId> tellers,
            int threshold,
            List<PersonId> witnesses) {
        /// @throws IllegalArgumentException for somebody who is named twice for one office
        public Named {
            registrars = List.copyOf(registrars);
            tellers = List.copyOf(tellers);
            witnesses = List.copyOf(witnesses);
            for (List<PersonId> office : List.of(registrars, tellers, witnesses)) {
                if (office.isEmpty() || new HashSet<>(office).size() < office.size()) {
                    throw new IllegalArgumentException("nobody for an office, or somebody twice");
                }
            }
        }

        /// Whether somebody is asked for any office.
        public boolean names(PersonId person) {
            return registrars.contains(person)
                    || tellers.contains(person)
                    || witnesses.contains(person);
        }
    }

    /// @throws IllegalArgumentException for texts beyond [Limits], or a form without questions
    public CallForm {
        questions = List.copyOf(questions);
        cards = List.copyOf(cards);
        if (title.isBlank()
                || title.length() > Limits.SHORT_CHARS
                || description.length() > Limits.LONG_CHARS) {
            throw new IllegalArgumentException("a title, and neither too long");
        }
        if (questions.isEmpty() || questions.size() > Limits.QUESTIONS) {
            throw new IllegalArgumentException("no questions, or too many");
        }
        if (rules.length() > Limits.RULE_BYTES || cards.size() > Limits.CARDS) {
            throw new IllegalArgumentException("rules too long, or too many cards");
        }
        if (Roster.flaw(cards).isPresent()) {
            throw new IllegalArgumentException("a card twice");
        }
    }
}
