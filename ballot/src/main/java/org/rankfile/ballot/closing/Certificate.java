// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;

import java.util.Map;
import java.util.Optional;

/// That a quorum closed with the same set in the same epoch.
///
/// @param closes the tellers' signatures of that, by their numbers
public record Certificate(int epoch, Hash root, Map<Integer, Signature> closes) {
    public Certificate {
        closes = Map.copyOf(closes);
    }

    boolean holds(Council council) {
        Vote close = new Vote(Vote.Kind.CLOSE, epoch, root);
        return closes.size() >= council.quorum()
                && closes.entrySet().stream()
                        .allMatch(each ->
                                new SignedVote(
                                                each.getKey(),
                                                close,
                                                Optional.empty(),
                                                each.getValue())
                                        .holds(council));
    }
}
