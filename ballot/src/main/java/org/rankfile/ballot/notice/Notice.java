// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.notice;

import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.closing.Council;
import org.rankfile.ballot.group.Base58;
import org.rankfile.ballot.witness.Postmarks.Panel;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;

import java.util.List;
import java.util.Optional;

/// The notice of a ballot: what is asked, of whom, by whom, by which rules and when. Its name is a
/// hash of all of it, so that nothing in it can be changed later. Immutable.
///
/// @param title what the ballot is called
/// @param description what voters are told
/// @param questions what is asked
/// @param rules the hash of the rules that decide
/// @param roster what the local's roster hashed to
/// @param entitled how many people that is
/// @param officers who holds it
/// @param times when there is voting
/// @param rehearsal whether it only tries everything out
public record Notice(
        String title,
        String description,
        List<Question> questions,
        Hash rules,
        Hash roster,
        int entitled,
        Officers officers,
        Times times,
        boolean rehearsal) {
    /// The fewest ballots that are decrypted: fewer would tell how people voted. Rehearsals, too.
    public static final int LEAST_COUNTED = 5;

    private static final long REHEARSAL_GRACE = 10;
    private static final long SHORTEST_GRACE = 60 * 60;
    private static final int UUID_CHARS = 22;
    private static final Label NAMED = new Label("rankfile/ballot-notice-id/1");
    private static final Label SIGNED = new Label("rankfile/ballot-notice/1");
    private static final Label CALLED = new Label("rankfile/ballot-convenor/1");
    private static final String RULES = "rules-sha256:";
    private static final String REHEARSAL = "REHEARSAL: ";

    public Notice {
        questions = List.copyOf(questions);
        boolean graceFits =
                rehearsal ? times.grace() <= REHEARSAL_GRACE : times.grace() >= SHORTEST_GRACE;
        if (!graceFits) {
            throw new IllegalArgumentException("an hour of grace or more; a rehearsal 0 to 10 s");
        }
        if (entitled < 1) {
            throw new IllegalArgumentException("somebody has to be entitled");
        }
    }

    /// The bytes, in their one form.
    public byte[] bytes() {
        return NoticeJson.bytes(this);
    }

    /// Reads a notice.
    ///
    /// @throws Malformed for what is none, or not in its one form
    public static Notice read(byte[] bytes) throws Malformed {
        return NoticeJson.read(bytes);
    }

    /// The name of the election.
    public String uuid() {
        return Base58.text(Hash.sha256(NAMED, bytes()).bytes()).substring(0, UUID_CHARS);
    }

    /// What the election's file says, by which ballots are bound to the rules.
    public Terms terms() {
        return new Terms(
                (rehearsal ? REHEARSAL : "") + title,
                description + "\n" + RULES + rules.hex(),
                questions,
                uuid(),
                Optional.empty(),
                Optional.empty());
    }

    /// Who closes it.
    ///
    /// @param election the election's fingerprint
    public Council council(String election) {
        return new Council(election, officers.tellers());
    }

    /// Whose word says what was in time.
    ///
    /// @param election the election's fingerprint
    public Panel panel(String election) {
        return new Panel(election, officers.witnesses(), officers.tellers(), times.closes());
    }

    /// Stands by all of it, as the convenor, with the key of their device. Its own label: that key
    /// signs other things as well.
    public Signature call(Signer convenor) {
        return convenor.sign(CALLED, bytes());
    }

    /// Whether the convenor whom it names stands by it.
    public boolean isCalledBy(Signature convenor) {
        return officers.convenor().verify(CALLED, convenor, bytes());
    }

    /// Agrees to all of it, as a teller.
    public Signature sign(SigningKey key) {
        return key.sign(SIGNED, bytes());
    }

    /// Whether somebody agreed to all of it.
    public boolean isSignedBy(VerifyKey key, Signature signature) {
        return key.verify(SIGNED, signature, bytes());
    }
}
