// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.annex;

/// Whether the convenor stands by the notice. Neither who could vote nor what was closed rests on
/// it; it says whose call it was.
public enum ConvenorSign {
    /// Signed with the key that the notice names.
    SIGNED,
    /// Not signed.
    UNSIGNED,
    /// Signed with another key, or of another notice.
    WRONG
}
