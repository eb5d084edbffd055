// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

/// Every bound of this module.
public final class Limits {
    /// The most that one op's body holds, in bytes; a little below the log's own bound.
    public static final int BODY_BYTES = 250 * 1024;

    /// The deepest nesting of a body.
    public static final int CBOR_DEPTH = 16;

    /// The longest short text: a name, a title, a note of the roster, in UTF-16 units.
    public static final int SHORT_CHARS = 4_000;

    /// The longest long text: a statement, a remedy, a note of a case, in UTF-16 units. In UTF-8 it
    /// still fits in one op.
    public static final int LONG_CHARS = 60_000;

    /// The most text that taking a decision back opens again, in UTF-16 units: all values go into
    /// one event.
    public static final int REOPENED_CHARS = 75_000;

    /// How many changes of one thing are looked through for pairs of change and undo; a longer past
    /// is taken as it is.
    public static final int UNDONE_PAST = 1_000;

    /// The most elements of one set: grievants, articles.
    public static final int ELEMENTS = 500;

    /// The largest file that is imported, in bytes.
    public static final int FILE_BYTES = 64 * 1024 * 1024;

    /// The longest row of a file, in UTF-16 units. Any worker fits, with every quotation mark
    /// doubled.
    public static final int ROW_CHARS = 512 * 1024;

    /// The most rows of a file.
    public static final int ROWS = 200_000;

    /// The most cells of a row that is read at all.
    public static final int ROW_CELLS = 1_000;

    /// The most columns of a file.
    public static final int COLUMNS = 200;

    /// How many refused rows are listed before a file is given up.
    public static final int REFUSED_ROWS = 10_000;

    /// How far ahead of our clock a time may be and still win over a concurrent value, in
    /// milliseconds.
    public static final long CLOCK_AHEAD_MILLIS = 24L * 60 * 60 * 1000;

    /// The most hits of a text search.
    public static final int HITS = 200_000;

    /// The shortest start of an id that names a record.
    public static final int PREFIX_CHARS = 4;

    /// The most parts that one step of a ballot is cut into.
    public static final int STEP_PARTS = 64;

    /// The largest part of a step, in bytes; with its envelope it fits in one op.
    public static final int STEP_PART_BYTES = 200 * 1024;

    /// The largest step of a ballot, in bytes.
    public static final int STEP_BYTES = STEP_PARTS * STEP_PART_BYTES;

    /// The most that is kept in memory of one device's steps whose other parts have not come, in
    /// bytes: the two largest, and what goes with them.
    public static final int UNFINISHED_STEP_BYTES = 32 * 1024 * 1024;

    /// The longest rules of a ballot, in bytes.
    public static final int RULE_BYTES = 64 * 1024;

    /// The longest text in rules, in UTF-16 units.
    public static final int RULE_TEXT_CHARS = 500;

    /// The largest denominator in rules.
    public static final int FRACTION_PART = 1_000_000;

    /// The most conditions side by side.
    public static final int CONDITIONS = 10;

    /// How deep conditions may be within each other.
    public static final int CONDITION_DEPTH = 4;

    /// The most questions of a ballot.
    public static final int QUESTIONS = org.rankfile.ballot.Limits.QUESTIONS;

    /// The most answers of a question.
    public static final int ANSWERS = org.rankfile.ballot.Limits.ANSWERS;

    /// The most units of a ballot.
    public static final int UNITS = 1_000;

    /// The most people entitled to vote, in all units. Times [#FRACTION_PART] it still is a `long`.
    public static final long VOTERS = 100_000_000;

    /// The fewest ballots of which figures are told; with fewer they would tell how people voted.
    public static final int LEAST_UNIT = 5;

    /// The most members of a roster of a ballot.
    public static final int ROSTER = org.rankfile.ballot.Limits.CREDENTIALS;

    /// The most members who are asked in one ballot on the mesh: a version of their roll fits in
    /// one step.
    public static final int ELECTORATE = 2_500;

    /// The most officers of one kind of a ballot.
    public static final int OFFICERS = org.rankfile.ballot.Limits.WITNESSES;

    /// The most cards of paper of a ballot.
    public static final int CARDS = 100_000;

    /// The most versions of a roll.
    public static final int ROLL_VERSIONS = org.rankfile.ballot.Limits.ROLL_VERSIONS;

    /// In so many windows devices hand cells to witnesses, and so often at most.
    public static final int CELLS = 8;

    /// How often papers are counted until tellers agree.
    public static final int ROUNDS = 100;

    /// How many prepared ballots wait to be cast or tested.
    public static final int DRAFTS = 20;

    /// The most ballots of a local.
    public static final int BALLOTS = 10_000;

    /// The most envelopes of a ballot that are closed.
    public static final int ENVELOPES = org.rankfile.ballot.Limits.ARCHIVE_EVENTS;

    /// So many ballots of one credential with one number are taken before a witness speaks for
    /// them. An honest device makes one.
    public static final int TWINS = 3;

    /// The longest notice of a strike, in days.
    public static final int NOTICE_DAYS = 366;

    /// The most days, or months, for which a ballot may be acted upon.
    public static final int MANDATE_COUNT = 1_000;

    private Limits() {}
}
