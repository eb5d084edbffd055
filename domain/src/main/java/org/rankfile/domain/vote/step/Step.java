// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.closing.ClosingMessage;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.RollStatement;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.Certificate;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.OpenedLetter;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;

import java.util.List;
import java.util.Optional;

/// One step of a ballot, as a member's device writes it into the hall. Who wrote it is known from
/// the op that carries it; what it may say follows from that person's office. Immutable.
public sealed interface Step {
    /// Somebody who was named takes an office.
    ///
    /// @param office with which everything that is said in the office is verified
    /// @param letters to which enrolments and cells are sealed
    /// @param certificate a teller's, for the key that tellers make together
    record Accept(VerifyKey office, PreKeyPublic letters, Optional<Certificate> certificate)
            implements Step {}

    /// A teller promises a contribution to the key.
    record Promise(Hash promise) implements Step {}

    /// A teller shows what they promised.
    record Reveal(Contribution contribution) implements Step {}

    /// A teller has a share of the key.
    record Share(DecryptionKey key) implements Step {}

    /// A teller found that another did not do as they should. Whom it names, the evidence says.
    ///
    /// @param culprit the other's number, from 1
    /// @param opened the letter to this teller in which the share is wrong; empty where everybody
    ///   can see what is wrong
    record Fault(int culprit, Optional<OpenedLetter> opened) implements Step {}

    /// The convenor's notice, by which everything is fixed.
    ///
    /// @param roster the members whose hash the notice names
    /// @param signature of the notice, with the key of the convenor's device
    record Announce(Notice notice, List<Roster.Member> roster, Signature signature)
            implements Step {
        /// Copies the list.
        public Announce {
            roster = List.copyOf(roster);
        }
    }

    /// A teller agrees to a notice, and says what the election is.
    ///
    /// @param uuid of the notice
    /// @param notice their signature of it
    /// @param election their signature of the fingerprint and the trustees
    record Agree(String uuid, Signature notice, Signature election) implements Step {}

    /// The convenor calls it off before there is a notice.
    record Withdraw() implements Step {}

    /// An enrolment, sealed to each registrar in their order.
    record Enrol(List<Letter> letters) implements Step {
        /// Copies the list.
        public Enrol {
            letters = List.copyOf(letters);
        }
    }

    /// A registrar's new version of the roll.
    ///
    /// @param signature the registrar's
    /// @param openings all entries, sealed to each of the other registrars in their order; an empty
    ///   letter for the registrar who wrote it
    /// @param entries each member's own
    record Enrolled(
            RollStatement statement,
            CredentialList credentials,
            Signature signature,
            List<Letter> openings,
            List<EntryMail> entries)
            implements Step {
        /// Copies the lists.
        public Enrolled {
            openings = List.copyOf(openings);
            entries = List.copyOf(entries);
        }
    }

    /// Another registrar audited a version of the roll and signs it.
    record Cosign(int version, Signature signature) implements Step {}

    /// What every device hands to a random witness in every window, whether it holds a ballot or
    /// not.
    ///
    /// @param window from 0
    /// @param witness the number of the witness, from 0
    record Cell(int window, int witness, Letter letter) implements Step {}

    /// A witness enters ballots in its log.
    record Receipts(List<Receipt> receipts) implements Step {
        /// Copies the list.
        public Receipts {
            receipts = List.copyOf(receipts);
        }
    }

    /// A witness ends its log.
    record End(Head.Signed head) implements Step {}

    /// A teller saw that.
    record Seen(Head.Signed head) implements Step {}

    /// What a teller closes with, so that everybody can tell what a root stands for, also when more
    /// has come since.
    ///
    /// @param roll the version of the roll
    /// @param envelopes their ids, ascending
    record Contents(int roll, List<Hash> envelopes) implements Step {
        /// Copies the list.
        public Contents {
            envelopes = List.copyOf(envelopes);
        }
    }

    /// A teller's word about what is closed.
    record Closing(ClosingMessage message) implements Step {}

    /// A teller's part of the decryption.
    ///
    /// @param root of what was closed
    record Part(Hash root, PartialDecryption part) implements Step {}

    /// A teller destroyed their share of the key.
    record Destroyed() implements Step {}

    /// A ballot on paper, to be counted by tellers each for themselves.
    record Paper(PaperForm form) implements Step {}

    /// A teller has counted papers, and does not show it yet.
    ///
    /// @param round which count it is, from 0: they count again until they agree
    record CountSealed(int round, Hash sealed) implements Step {}

    /// A teller shows what they counted, when all have sealed theirs.
    ///
    /// @param salt what it was sealed with
    record CountShown(int round, Hash salt, PaperFigures figures) implements Step {}

    /// What the convenor wants to ask, of whom, and who is to hold it.
    record Call(CallForm form) implements Step {}
}
