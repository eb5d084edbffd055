// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

/// A threshold set-up that has to start again without somebody. Everything that was made is worth
/// nothing.
public final class SetupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int culprit;

    SetupFailed(int culprit, String reason) {
        super("trustee " + culprit + ": " + reason);
        this.culprit = culprit;
    }

    /// The number of the trustee who did not do as they should, from 1.
    public int culprit() {
        return culprit;
    }
}
