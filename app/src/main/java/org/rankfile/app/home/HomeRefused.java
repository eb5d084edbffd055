// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import org.jspecify.annotations.Nullable;

/// Carries a [HomeFault] up. Holds nothing of what is stored.
public final class HomeRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final HomeFault fault;

    /// A refusal for the given reason.
    public HomeRefused(HomeFault fault) {
        this(fault, null);
    }

    /// A refusal with the exception behind it.
    public HomeRefused(HomeFault fault, @Nullable Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    /// Why.
    public HomeFault fault() {
        return fault;
    }
}
