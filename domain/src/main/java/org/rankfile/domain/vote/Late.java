// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// Ballots that were cast in time and reached the tellers after they had sealed.
///
/// @param ballots how many
/// @param revotes whether any of them is of somebody whose ballot was counted
public record Late(long ballots, boolean revotes) {
    /// @throws IllegalArgumentException for fewer than none
    public Late {
        if (ballots < 0) {
            throw new IllegalArgumentException("fewer than no ballots");
        }
    }
}
