// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import org.rankfile.domain.vote.BallotRefusal;

import java.util.Locale;

/// One English line for each thing about a ballot that can be refused.
final class BallotLines {
    private BallotLines() {}

    static Answer.Refused of(BallotRefusal why) {
        return new Answer.Refused(why.name().toLowerCase(Locale.ROOT), line(why));
    }

    private static String line(BallotRefusal why) {
        return switch (why) {
            case NO_SUCH_BALLOT -> "There is no ballot of this id. 'ballot list' shows them.";
            case AMBIGUOUS -> "More than one ballot goes by this. Give more of its id.";
            case NOT_STEWARD -> "Only stewards and managers call ballots. Ask one.";
            case BAD_FORM ->
                    "A ballot needs a title, and a question with at least one answer; names for an"
                            + " office are given once each.";
            case BAD_RULES -> "These rules do not fit the questions.";
            case BAD_OFFICERS ->
                    "At least three tellers, and more of them needed to decrypt than may lie: 2 of"
                            + " 3, 3 of 4, 3 of 5, 4 of 7.";
            case NOT_CONVENOR -> "Only who called the ballot may do this.";
            case NOT_PREPARED -> "Not prepared yet: 'ballot show' says whose laptops it waits for.";
            case ANNOUNCED -> "It was opened. Nothing in it can be changed any more.";
            case BAD_TIMES ->
                    "Opens, then closes, both to come; grace of an hour or more, of a rehearsal at"
                            + " most ten seconds.";
            case NOT_OPEN -> "Voting has not begun. 'ballot show' says when.";
            case OVER -> "Voting is over.";
            case TOO_EARLY -> "Too early. 'ballot show' says when.";
            case NOT_ENTITLED -> "The roster of this ballot does not have this laptop's owner.";
            case NOT_ENROLLED ->
                    "This laptop has no credential in this ballot. Keep it connected and try"
                            + " again.";
            case BAD_ANSWER ->
                    "One --answer for each question: its number, its text, or 'blank' where that"
                            + " is allowed.";
            case NO_SUCH_DRAFT ->
                    "Nothing waits under this code: it was cast or tested, or the program was"
                            + " started again. Prepare another.";
            case NO_TEST -> "This file is no tested ballot, or is damaged.";
            case TOO_OFTEN -> "Twenty ballots were cast with this credential; the last counts.";
            case NOT_TELLER -> "Only tellers of this ballot do this.";
            case NOT_COUNTED -> "Not counted yet. 'ballot show' says what it waits for.";
            case BAD_FIGURES ->
                    "These figures cannot be: for each question blank, spoilt and all answers add"
                            + " up to the papers, and there are no more papers than people.";
            case NOT_YOUR_TURN ->
                    "Only its tellers enter a count, once in each round, until they agree.";
            case BAD_CARD -> "The card is misspelt. Type all of it again.";
            case UNKNOWN_CARD -> "The roster of this ballot does not have this card.";
            case NO_ENVELOPES -> "The file holds no ballots, or is damaged.";
            case NOT_A_MEMBER -> "This laptop is in no local any more.";
            case TOO_LARGE -> "Too large for this version: fewer questions, answers or members.";
            case DISK_FULL -> "The disk is full. Make room and try again; nothing was changed.";
            case DISK -> "The disk could not be read or written. Nothing was changed.";
            case COPIED_HOME ->
                    "Another copy of this home has written. Join again with a new home; this one"
                            + " can still be read.";
            case SUSPENDED ->
                    "You are suspended: what you write would reach nobody. Ask another manager to"
                            + " let you in again ('member reinstate').";
        };
    }
}
