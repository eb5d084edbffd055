// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Why nothing was appended. Everything is as it was.
public final class AppendRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// The reasons.
    public enum Reason {
        /// There is no such circle here, or we are not in it.
        NOT_A_MEMBER,
        /// We may not do this, by what this laptop knows.
        NOT_ALLOWED,
        /// A manager suspended us: we write nothing until one lets us in again.
        SUSPENDED,
        /// The body is larger than [Limits#BODY_BYTES].
        TOO_LARGE,
        /// The disk is full.
        DISK_FULL,
        /// The disk cannot be written.
        DISK,
        /// Another copy of this home has written: this one must enrol as a new device.
        COPIED_HOME
    }

    private final Reason reason;

    /// A refusal for the given reason.
    public AppendRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /// Why.
    public Reason reason() {
        return reason;
    }
}
