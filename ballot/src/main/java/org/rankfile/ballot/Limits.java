// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

/// The bounds of everything that is read. Far above what elections need, low enough that nobody's
/// file takes the memory or the patience of an old laptop.
public final class Limits {
    /// One record of an archive.
    public static final int JSON_BYTES = 64 << 20;

    /// Objects and arrays within each other.
    public static final int JSON_DEPTH = 24;

    /// One text; the messages between trustees are texts within texts.
    public static final int JSON_STRING_CHARS = 8 << 20;

    /// A number that JSON holds as a number.
    public static final int JSON_NUMBER_CHARS = 20;

    /// A number that is written as a text: 2,048 bits have 617 digits.
    public static final int DECIMAL_DIGITS = 620;

    /// Questions of an election.
    public static final int QUESTIONS = 100;

    /// Answers of a question.
    public static final int ANSWERS = 1_000;

    /// Trustees of an election.
    public static final int TRUSTEES = 100;

    /// Credentials of an election.
    public static final int CREDENTIALS = 1_000_000;

    /// Events of an archive, most of them ballots.
    public static final int ARCHIVE_EVENTS = 2_000_000;

    /// How often one credential may vote.
    public static final int CASTS = 20;

    /// A ballot in its envelope: what one op of the log can hold, with something to spare.
    public static final int ENVELOPE_BYTES = 255 << 10;

    /// Envelopes in a file that is carried.
    public static final int FILE_ENVELOPES = 100_000;

    /// All envelopes in such a file together: some twenty thousand usual ones.
    public static final int FILE_BYTES = 128 << 20;

    /// A ballot that was tested and is never cast.
    public static final int TEST_BYTES = 16 << 10;

    /// Tellers who close an election.
    public static final int TELLERS = 16;

    /// Witnesses of an election.
    public static final int WITNESSES = 64;

    /// Attempts at closing.
    public static final int EPOCHS = 1_000;

    /// What a teller says when an election is closed.
    public static final int CLOSING_BYTES = 8 << 10;

    /// A trustee's certificate, or what they decrypt with.
    public static final int TRUSTEE_BYTES = 8 << 10;

    /// A trustee's share of the key as it is kept.
    public static final int SHARE_BYTES = 32 << 10;

    /// What one trustee gives to a key made together: a letter to each of [#TRUSTEES].
    public static final int CONTRIBUTION_BYTES = 1 << 20;

    /// Leaves of a hash tree, so that a path has at most 22 hashes.
    public static final int TREE_LEAVES = 1 << 22;

    /// How often one member may enrol in an election: at first, and after the loss of a device.
    public static final int ENROLMENTS = 20;

    /// Registrars of an election.
    public static final int REGISTRARS = 16;

    /// Versions of the roll of an election.
    public static final int ROLL_VERSIONS = 100_000;

    /// An enrolment, the opening of a member's leaf, or a signed statement about a roll.
    public static final int ROLL_BYTES = 8 << 10;

    /// Entries of all witnesses' logs in an annex.
    public static final int RECEIPTS = 10_000_000;

    /// The signed end of a witness's log.
    public static final int HEAD_BYTES = 1 << 10;

    /// Heads of witnesses' logs in an annex, or countersignatures of them.
    public static final int HEADS = 4_096;

    private Limits() {}
}
