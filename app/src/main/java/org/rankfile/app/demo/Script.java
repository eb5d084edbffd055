// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What the demo is asked to do. What happens in it follows from the seed; keys and passphrases do
/// not, they are as random as ever.
///
/// @param seed decides names, texts, who is killed and when
/// @param members how many workers are imported, from [#FEWEST] to [#MOST]
/// @param keep where homes and traffic are kept; null: nowhere, all is deleted
public record Script(long seed, int members, @Nullable Path keep) {
    /// Fewer could not be changed in so many ways.
    public static final int FEWEST = 20;

    /// More would only take longer.
    public static final int MOST = 10_000;

    /// Whether the number of members is one that works.
    public static boolean isCast(int members) {
        return members >= FEWEST && members <= MOST;
    }
}
