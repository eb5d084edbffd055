// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.ballot.tally.Result;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.oplog.PersonId;

import java.util.List;
import java.util.Optional;

/// A ballot as this device sees it. Immutable; any thread.
///
/// @param id 16 characters; names it among ballots
/// @param rules that decide; empty where they cannot be read
/// @param officers who holds it
/// @param mine the offices of this device's owner
/// @param waitingFor whose laptops it waits for in this phase; empty where it waits for time, or
///   for more than those. Of a counted one, which tellers have not destroyed their share yet
/// @param times when there is voting; empty before the notice
/// @param record what its record is found by; empty before all tellers agreed
/// @param outcome what came of it; empty before it is counted
public record BallotView(
        String id,
        String title,
        String description,
        List<Question> questions,
        boolean rehearsal,
        Optional<RuleSet> rules,
        BallotPhase phase,
        Officers officers,
        Offices mine,
        List<PersonId> waitingFor,
        Optional<Times> times,
        Optional<Named> record,
        Turnout turnout,
        Vote vote,
        Optional<Outcome> outcome) {
    /// Copies the lists.
    public BallotView {
        questions = List.copyOf(questions);
        waitingFor = List.copyOf(waitingFor);
    }

    /// Who holds it.
    ///
    /// @param threshold how many tellers are enough to decrypt
    public record Officers(
            PersonId convenor,
            List<PersonId> registrars,
            List<PersonId> tellers,
            int threshold,
            List<PersonId> witnesses) {
        /// Copies the lists.
        public Officers {
            registrars = List.copyOf(registrars);
            tellers = List.copyOf(tellers);
            witnesses = List.copyOf(witnesses);
        }
    }

    /// The offices of one person.
    public record Offices(boolean convenor, boolean registrar, boolean teller, boolean witness) {}

    /// What a record is found by.
    ///
    /// @param uuid of the election
    /// @param fingerprint that every ballot is bound to
    public record Named(String uuid, String fingerprint) {}

    /// Counts that everybody in the hall can see; they say nothing of who or how.
    ///
    /// @param entitled how many may enrol; 0 before the notice
    /// @param enrolled how many may vote, by the latest list that enough registrars signed
    /// @param witnessed how many voters' ballots enough witnesses have seen
    public record Turnout(int entitled, int enrolled, int witnessed) {}

    /// This device's owner as a voter.
    ///
    /// @param entitled whether they are in the roster, with this device
    /// @param entry what the roll says of them; empty while it says nothing
    /// @param cast their ballots, the latest last
    /// @param nextMillis when this device hands over its next cell, in milliseconds since 1970; 0
    ///   for no time
    public record Vote(
            boolean entitled, Optional<Finding> entry, List<Ticket> cast, long nextMillis) {
        /// Copies the list.
        public Vote {
            cast = List.copyOf(cast);
        }
    }

    /// One ballot that this device cast.
    ///
    /// @param tracker by which it is found in the record; it does not tell what was chosen
    /// @param witnesses how many witnesses have seen it
    public record Ticket(String tracker, Progress progress, int witnesses) {}

    /// How far a ballot has come.
    public enum Progress {
        /// On this laptop alone: does not count yet.
        HELD,
        /// In the box; too few witnesses have seen it: does not count yet.
        IN_BOX,
        /// Enough witnesses have seen it.
        WITNESSED,
        /// Replaced by a later one.
        REPLACED,
        /// In the box that tellers sealed.
        SEALED,
        /// Voting is over, and it is not in the box.
        NOT_COUNTED
    }

    /// What came of a ballot.
    ///
    /// @param result how often each answer was chosen, blank first where it is allowed
    /// @param counted how many voters' ballots count
    /// @param ballots how many there are in the archive, replaced ones among them
    /// @param late ballots in time that came after the seal
    /// @param aside how many envelopes were not closed in, late ones and others
    /// @param figures what the rules are applied to
    /// @param verdict what the rules say; empty where they cannot be applied
    /// @param root what tellers sealed
    public record Outcome(
            Result result,
            int counted,
            int ballots,
            Late late,
            int aside,
            ResultState state,
            Figures figures,
            Optional<Verdict> verdict,
            Hash root) {}
}
