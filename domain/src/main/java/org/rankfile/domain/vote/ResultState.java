// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// How final a result is.
public enum ResultState {
    /// The rules decide, and no late ballot could turn it.
    DECIDED,
    /// So many timely ballots came too late that they could turn it.
    DISPUTED,
    /// Nobody can know the answers.
    UNDECRYPTABLE
}
