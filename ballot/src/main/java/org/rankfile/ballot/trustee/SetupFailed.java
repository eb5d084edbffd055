// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.Malformed;

import java.util.Optional;

/// A threshold set-up that has to start again without somebody. Everything that was made is worth
/// nothing.
public final class SetupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int culprit;
    private final transient Optional<OpenedLetter> opened;

    private SetupFailed(int culprit, String reason, Optional<OpenedLetter> opened) {
        super("trustee " + culprit + ": " + reason);
        this.culprit = culprit;
        this.opened = opened;
    }

    /// Something that everybody can see.
    SetupFailed(int culprit, String reason) {
        this(culprit, reason, Optional.empty());
    }

    /// Something in a letter that nobody else can read unless it is opened.
    static SetupFailed hidden(int culprit, Malformed broken, Optional<OpenedLetter> opened) {
        SetupFailed failed = new SetupFailed(culprit, "the share does not hold", opened);
        failed.initCause(broken);
        return failed;
    }

    /// What shows everybody that it is so; empty where they can see it without.
    public Optional<OpenedLetter> opened() {
        return opened;
    }

    /// The number of the trustee who did not do as they should, from 1.
    public int culprit() {
        return culprit;
    }
}
