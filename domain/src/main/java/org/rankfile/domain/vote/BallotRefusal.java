// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// Why something about a ballot was not done. Everything is as it was.
public enum BallotRefusal {
    /// No ballot has an id that starts like this.
    NO_SUCH_BALLOT,
    /// More than one has.
    AMBIGUOUS,
    /// Only stewards and managers call ballots.
    NOT_STEWARD,
    /// The form asks nothing, or something that cannot be.
    BAD_FORM,
    /// Rules that cannot be read, or that do not fit the questions.
    BAD_RULES,
    /// Too few tellers, or too few needed to decrypt.
    BAD_OFFICERS,
    /// Only who called it may do this.
    NOT_CONVENOR,
    /// Offices or the key are not complete yet.
    NOT_PREPARED,
    /// There is a notice already: nothing in it can be changed.
    ANNOUNCED,
    /// Times out of order, in the past, or a grace that is too short.
    BAD_TIMES,
    /// Voting has not begun.
    NOT_OPEN,
    /// Voting is over.
    OVER,
    /// Too early for this.
    TOO_EARLY,
    /// The roster does not have this device.
    NOT_ENTITLED,
    /// This device has no credential: it did not enrol, or the ballot is over.
    NOT_ENROLLED,
    /// Not one answer to each question.
    BAD_ANSWER,
    /// No ballot was prepared with this code, or it was cast or tested already.
    NO_SUCH_DRAFT,
    /// The file is no tested ballot, or of another version.
    NO_TEST,
    /// The credential has voted as often as it may.
    TOO_OFTEN,
    /// Only tellers do this.
    NOT_TELLER,
    /// Not counted yet.
    NOT_COUNTED,
    /// Figures that cannot be: every paper is blank, spoilt or has one answer to each question.
    BAD_FIGURES,
    /// Only its tellers count papers, once in each round, until they agree.
    NOT_YOUR_TURN,
    /// The card is misspelt.
    BAD_CARD,
    /// The roster does not have the card.
    UNKNOWN_CARD,
    /// The file holds no envelopes.
    NO_ENVELOPES,
    /// The device is no member any more.
    NOT_A_MEMBER,
    /// Larger than the hall can carry.
    TOO_LARGE,
    /// The disk is full.
    DISK_FULL,
    /// The disk cannot be read or written.
    DISK,
    /// Another copy of this home has written: this one has stopped.
    COPIED_HOME,
    /// A manager suspended us: we write nothing until one lets us in again.
    SUSPENDED
}
