// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.ProvedBallots;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which envelopes were proved here, now or before the program started. Whether the proofs of one
/// hold depends on its bytes and its election alone (CLOSE-7), and both are in the name that it is
/// remembered by. A disk that fails costs time, never a ballot: what is not remembered is proved
/// again.
final class Proved {
    private final ProvedBallots kept;
    private final Map<String, Set<Hash>> known = new HashMap<>();

    Proved(ProvedBallots kept) {
        this.kept = kept;
        try {
            kept.all().forEach((election, ids) -> known.put(election, new HashSet<>(ids)));
        } catch (IOException unreadable) {
            known.clear();
        }
    }

    boolean contains(String election, Hash envelope) {
        return known.getOrDefault(election, Set.of()).contains(envelope);
    }

    void add(String election, List<Hash> envelopes) {
        Set<Hash> of = known.computeIfAbsent(election, _ -> new HashSet<>());
        if (envelopes.isEmpty() || of.size() + envelopes.size() > Limits.ENVELOPES) {
            return;
        }
        of.addAll(envelopes);
        try {
            kept.add(election, envelopes);
        } catch (IOException full) {
            // Proved again after the next start.
        }
    }

    /// Forgets elections that are not in the log any more.
    void keepOnly(Set<String> elections) {
        for (String each : List.copyOf(known.keySet())) {
            if (!elections.contains(each)) {
                known.remove(each);
                try {
                    kept.forget(each);
                } catch (IOException failed) {
                    // Forgotten after the next start.
                }
            }
        }
    }
}
