// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.oplog.PersonId;

import java.util.List;

/// What a convenor wants to ask.
///
/// @param title what the ballot is called
/// @param description what voters are told
/// @param questions what is asked
/// @param rules that decide
/// @param rehearsal whether it only tries everything out
/// @param officers who is asked to hold it
/// @param cards members without a device
public record NewBallot(
        String title,
        String description,
        List<Question> questions,
        RuleSet rules,
        boolean rehearsal,
        Asked officers,
        List<Roster.Member> cards) {
    /// Copies the lists.
    public NewBallot {
        questions = List.copyOf(questions);
        cards = List.copyOf(cards);
    }

    /// Who is asked to hold it, in the order of their numbers.
    ///
    /// @param threshold how many tellers are enough to decrypt
    public record Asked(
            List<PersonId> registrars,
            List<PersonId> tellers,
            int threshold,
            List<PersonId> witnesses) {
        /// Copies the lists.
        public Asked {
            registrars = List.copyOf(registrars);
            tellers = List.copyOf(tellers);
            witnesses = List.copyOf(witnesses);
        }
    }
}
