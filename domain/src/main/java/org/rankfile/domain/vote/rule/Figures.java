// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.List;

/// What was counted.
///
/// @param units at least one
public record Figures(List<UnitFigures> units) {
    /// Copies the list.
    public Figures {
        units = List.copyOf(units);
    }

    /// What was counted in one unit.
    ///
    /// @param counts one for each question
    public record UnitFigures(Roll roll, List<Count> counts) {
        /// Copies the list.
        public UnitFigures {
            counts = List.copyOf(counts);
        }
    }
}
