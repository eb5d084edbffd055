// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Refusal;
import org.rankfile.domain.csv.FileFault;
import org.rankfile.oplog.AppendRefused;

import java.util.Locale;

/// One English line for each thing that can be refused, which says what to do.
public final class Lines {
    private Lines() {}

    /// The answer for a home that cannot be used.
    public static Answer.Refused of(HomeRefused refused) {
        return new Answer.Refused(key(refused.fault()), line(refused.fault()));
    }

    static Answer.Refused of(Outcome.Refused refused) {
        return new Answer.Refused(key(refused.why()), line(refused.why(), refused.about()));
    }

    static Answer.Refused of(AppendRefused refused) {
        return switch (refused.reason()) {
            case NOT_A_MEMBER, NOT_ALLOWED ->
                    new Answer.Refused(
                            "not_allowed",
                            "You may not do this, by what this laptop knows. Ask a manager.");
            case TOO_LARGE -> of(new Outcome.Refused(Refusal.TOO_LONG, ""));
            case DISK_FULL -> of(new Outcome.Refused(Refusal.DISK_FULL, ""));
            case DISK -> of(new Outcome.Refused(Refusal.DISK, ""));
            case COPIED_HOME -> of(new Outcome.Refused(Refusal.COPIED_HOME, ""));
            case SUSPENDED -> of(new Outcome.Refused(Refusal.SUSPENDED, ""));
        };
    }

    static Answer.Refused of(FileFault fault) {
        return new Answer.Refused(key(fault), line(fault));
    }

    private static String key(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String line(HomeFault fault) {
        return switch (fault) {
            case NO_HOME ->
                    "There is no home here. Make one with 'init' or 'join', or name one with"
                            + " --home.";
            case HOME_EXISTS ->
                    "This directory is not empty. Name another with --home, or remove what is in"
                            + " it.";
            case HOME_IN_USE ->
                    "Another process is using this home. Wait until it is done, or end it.";
            case WRONG_PASSPHRASE -> "This is not the passphrase of this home. Try again.";
            case SHORT_PASSPHRASE ->
                    "A passphrase needs at least " + Homes.PASSPHRASE_CHARS + " characters.";
            case VAULT_DAMAGED ->
                    "The file 'vault' of this home is damaged. Put it back from a backup.";
            case LOG_DAMAGED ->
                    "The file 'log' of this home is damaged. Put the home back from a backup, or"
                            + " join again.";
            case TOO_NEW -> "A later version of Rank & File made this. Install that version.";
            case DISK_FULL -> "The disk is full. Make room and try again; nothing was lost.";
            case READ_ONLY -> "The home cannot be written. Check its owner and its permissions.";
            case DISK -> "The disk could not be read or written. Nothing was changed.";
            case BAD_NAME -> "A name has 1 to 80 characters and no line breaks.";
            case BAD_INVITATION ->
                    "This is not an invitation, or it has a mistake in it. Copy the whole text.";
            case INVITATION_EXPIRED -> "The invitation has expired. Ask for another one.";
            case INVITATION_USED -> "The invitation was used before. Ask for another one.";
            case INVITATION_WITHOUT_ADDRESS ->
                    "The invitation names no address. Ask for one made while 'run' listens.";
            case JOIN_REFUSED -> "A manager refused the request. Ask them why.";
            case JOIN_BROKEN ->
                    "The other side did not answer as it should. Somebody may be in between: ask"
                            + " for another invitation.";
            case UNREACHABLE ->
                    "Nobody answers at the address. Check that the other laptop is on and"
                            + " connected.";
            case STRANGER -> "Whoever answers there is not in this local.";
            case CANNOT_LISTEN ->
                    "The address cannot be listened on. Choose another port, or 0 for any.";
            case BAD_ADDRESS ->
                    "Not an address. Listen on /ip4/0.0.0.0/tcp/0; dial what 'status' prints there,"
                            + " with its /p2p/ part.";
            case NETWORK -> "The network failed. Try again.";
            case PATH_TOO_LONG ->
                    "The home's path is too long for a socket. Name a shorter one with --home.";
            case INTERRUPTED -> "Interrupted. Nothing was lost; do it again.";
        };
    }

    private static String line(Refusal why, String about) {
        String named = about.isEmpty() ? "" : " (" + about + ")";
        return switch (why) {
            case NOT_IN_COMMITTEE ->
                    "Members and grievances are for stewards; this device holds nothing of them.";
            case NO_SUCH_RECORD -> "There is no record of this id or number" + named + ".";
            case AMBIGUOUS ->
                    "More than one record goes by this. Give more of its id" + named + ".";
            case BAD_VALUE -> "The field cannot hold this" + named + ". Nothing was changed.";
            case TOO_LONG -> "The text is too long" + named + ". Nothing was changed.";
            case TOO_MANY -> "That is more than a field can hold" + named + ".";
            case NO_STATEMENT -> "A grievance needs a statement: the file is empty.";
            case NAMELESS -> "A worker needs a name or a number.";
            case NO_SUCH_CHOICE -> "There is no such value to choose. 'grievance show' lists them.";
            case NO_SUCH_OP -> "There is no change of this id. 'history' lists them.";
            case NO_SUCH_BATCH -> "There is no import of this id. 'members import' printed it.";
            case PART_OF_IMPORT ->
                    "This is part of an import, which is taken back as a whole: 'members"
                            + " undo-import"
                            + (about.isEmpty() ? "" : " " + about)
                            + "'.";
            case NOTHING_TO_UNDO ->
                    "Nothing to undo: it was taken back before, or others changed it since.";
            case DISK_FULL -> "The disk is full. Make room and try again; nothing was changed.";
            case DISK -> "The disk could not be written. Nothing was changed.";
            case COPIED_HOME ->
                    "Another copy of this home has written. Join again with a new home; this one"
                            + " can still be read.";
            case SUSPENDED ->
                    "You are suspended: what you write would reach nobody. Ask another manager to"
                            + " let you in again ('member reinstate').";
        };
    }

    private static String line(FileFault fault) {
        return switch (fault) {
            case EMPTY -> "The file is empty.";
            case TOO_LARGE -> "The file is too large to be a list of members.";
            case NO_KNOWN_COLUMN ->
                    "No column of the file is known. Its first row must have headings such as"
                            + " employee_no, first_name, last_name.";
            case TOO_MANY_COLUMNS -> "The file has too many columns.";
            case TOO_MANY_ROWS -> "The file has too many rows.";
            case TOO_MANY_REFUSED -> "Most rows of the file cannot be read: is it the right one?";
            case BROKEN_HEADER -> "The file's first row cannot be read.";
            case NOT_TEXT -> "This is no CSV file. Save the spreadsheet as CSV (UTF-8) first.";
        };
    }
}
