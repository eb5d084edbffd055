// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// A disk, a file or a database that does not do what it should. Holds nothing of what is stored.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What is wrong, for callers that say what to do about it.
    public enum Reason {
        /// Another process has this home open.
        HOME_IN_USE,
        /// There is no home in this directory.
        NO_HOME,
        /// There is a home, or something else, in this directory already.
        HOME_EXISTS,
        /// No room: nothing of the transaction was kept.
        DISK_FULL,
        /// The directory or a file in it cannot be written.
        READ_ONLY,
        /// The file is cut, changed or no database.
        DAMAGED,
        /// The key is not the one that sealed this file.
        WRONG_KEY,
        /// A later version of the program wrote the file.
        TOO_NEW,
        /// Anything else that the operating system refused.
        IO
    }

    private final Reason reason;

    /// An exception for the given reason.
    public StoreException(Reason reason, @Nullable Throwable cause) {
        super(Objects.requireNonNull(reason).name(), cause);
        this.reason = reason;
    }

    /// What is wrong.
    public Reason reason() {
        return reason;
    }
}
