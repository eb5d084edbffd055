// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.ProvedBallots;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was proved, in a map; and how often something new was.
final class MapProved implements ProvedBallots {
    final Map<String, Set<Hash>> kept = new HashMap<>();
    int added;
    boolean broken;

    @Override
    public Map<String, Set<Hash>> all() throws IOException {
        if (broken) {
            throw new IOException("the disk is damaged");
        }
        return kept;
    }

    @Override
    public void add(String election, List<Hash> envelopes) throws IOException {
        added += envelopes.size();
        if (broken) {
            throw new IOException("the disk is full");
        }
        kept.computeIfAbsent(election, _ -> new HashSet<>()).addAll(envelopes);
    }

    @Override
    public void forget(String election) {
        kept.remove(election);
    }
}
