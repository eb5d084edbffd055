// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import java.util.List;

/// A question as it was put.
///
/// @param text what was asked
/// @param answers what could be chosen
public record Asked(String text, List<String> answers) {
    /// Copies the list.
    public Asked {
        answers = List.copyOf(answers);
    }
}
