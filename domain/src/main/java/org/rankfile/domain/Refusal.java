// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.oplog.AppendRefused;

/// Why a command was refused.
public enum Refusal {
    /// Member list and grievances are in the committee, and this device is not.
    NOT_IN_COMMITTEE,
    /// No record has this id or number.
    NO_SUCH_RECORD,
    /// More than one record has an id that starts like this.
    AMBIGUOUS,
    /// The field cannot hold this.
    BAD_VALUE,
    /// Longer than the field may be.
    TOO_LONG,
    /// More elements than a set may have.
    TOO_MANY,
    /// A case needs a statement.
    NO_STATEMENT,
    /// A worker needs a name or a number.
    NAMELESS,
    /// The field has no such value to choose; `grievance show` lists them.
    NO_SUCH_CHOICE,
    /// No op has this id.
    NO_SUCH_OP,
    /// No import has this id.
    NO_SUCH_BATCH,
    /// The op is part of an import, which is taken back as a whole; `about` is the import's id.
    PART_OF_IMPORT,
    /// It was taken back before, or others have changed all of it since.
    NOTHING_TO_UNDO,
    /// The disk is full.
    DISK_FULL,
    /// The disk cannot be written.
    DISK,
    /// Another copy of this home has written: this one must enrol as a new device.
    COPIED_HOME,
    /// A manager suspended us: we write nothing until one lets us in again.
    SUSPENDED;

    static Refusal of(AppendRefused.Reason reason) {
        return switch (reason) {
            case NOT_A_MEMBER, NOT_ALLOWED -> NOT_IN_COMMITTEE;
            case TOO_LARGE -> TOO_LONG;
            case DISK_FULL -> DISK_FULL;
            case DISK -> DISK;
            case COPIED_HOME -> COPIED_HOME;
            case SUSPENDED -> SUSPENDED;
        };
    }
}
