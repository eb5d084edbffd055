// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.jspecify.annotations.Nullable;

/// A measurement that could not be carried out. Its message is one English sentence.
public final class BenchFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /// A failure.
    public BenchFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
