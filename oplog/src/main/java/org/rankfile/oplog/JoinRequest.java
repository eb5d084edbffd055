// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.time.Instant;
import java.util.List;

/// Somebody with an invitation who waits to be approved. Immutable.
///
/// @param id names the request; short, for the command line
/// @param name what the joiner wants to be called; says nothing about who it is
/// @param words what the joiner's screen shows too, if there is nobody in between: compare them by
///   voice or in person before approving
/// @param arrived when it came
public record JoinRequest(String id, String name, List<String> words, Instant arrived) {

    /// Copies the words.
    public JoinRequest {
        words = List.copyOf(words);
    }
}
