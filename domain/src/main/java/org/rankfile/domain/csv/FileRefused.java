// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

/// A file that cannot be read, and why. Nothing of its content is in the message.
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    /// A refusal for the given reason.
    public FileRefused(FileFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /// Why.
    public FileFault fault() {
        return fault;
    }
}
