// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Roll;

import java.util.List;

/// What the tellers bring back.
public sealed interface Returns {
    /// Who could vote and how many did, by unit.
    List<Roll> rolls();

    /// Everything was counted but the late ones.
    record Counted(Figures figures, Late late) implements Returns {
        @Override
        public List<Roll> rolls() {
            return figures.units().stream().map(Figures.UnitFigures::roll).toList();
        }
    }

    /// Too few tellers came back to decrypt: nobody can know the answers, and a new ballot is
    /// needed.
    record Undecryptable(List<Roll> rolls) implements Returns {
        /// Copies the list.
        public Undecryptable {
            rolls = List.copyOf(rolls);
        }
    }
}
