// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.closing.Vote.Kind;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the tellers said, all of it checked. Of a teller who says two things where one is allowed
/// both are kept, as evidence, and no third: that bounds what a liar can fill.
final class Heard {
    private static final int MOST_OF_ONE = 2;

    private final Council council;
    private final Map<Vote, Map<Integer, SignedVote>> votes = new LinkedHashMap<>();
    private final Map<Integer, Turn> turns = new TreeMap<>();

    Heard(Council council) {
        this.council = council;
    }

    void add(ClosingMessage message) {
        switch (message) {
            case SignedVote vote when said(vote) < MOST_OF_ONE ->
                    votes.computeIfAbsent(vote.vote(), _ -> new TreeMap<>())
                            .putIfAbsent(vote.teller(), vote);
            case SignedVote _ -> {
                // More than the evidence that this teller lies is not needed.
            }
            case Turn turn ->
                    turns.merge(
                            turn.teller(),
                            turn,
                            (old, now) -> now.epoch() > old.epoch() ? now : old);
        }
    }

    /// In how many ways a teller voted in this place.
    private long said(SignedVote vote) {
        return votes.entrySet().stream()
                .filter(each -> each.getKey().kind() == vote.vote().kind())
                .filter(each -> each.getKey().epoch() == vote.vote().epoch())
                .filter(each -> each.getValue().containsKey(vote.teller()))
                .count();
    }

    List<SignedVote> votes(Vote vote) {
        return new ArrayList<>(votes.getOrDefault(vote, Map.of()).values());
    }

    /// Whom a quorum voted for. There is never a second one.
    Optional<Hash> withQuorum(Kind kind, int epoch) {
        return votes.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind && each.getKey().epoch() == epoch)
                .filter(each -> each.getValue().size() >= council.quorum())
                .map(each -> each.getKey().root())
                .findFirst();
    }

    /// What a quorum committed to in any epoch.
    Optional<Hash> committedByQuorum() {
        return votes.entrySet().stream()
                .filter(each -> each.getKey().kind() == Kind.COMMIT)
                .filter(each -> each.getValue().size() >= council.quorum())
                .map(each -> each.getKey().root())
                .findFirst();
    }

    Certificate certificate(int epoch, Hash root) {
        return new Certificate(
                epoch,
                root,
                votes(new Vote(Kind.CLOSE, epoch, root)).stream()
                        .collect(Collectors.toMap(SignedVote::teller, SignedVote::signature)));
    }

    /// What whoever turned to this epoch or a later one committed to in the latest epoch of all.
    Optional<Hash> committedBy(int epoch) {
        return turns.values().stream()
                .filter(turn -> turn.epoch() >= epoch)
                .flatMap(turn -> turn.committed().stream())
                .max(Comparator.comparingInt(Certificate::epoch))
                .map(Certificate::root);
    }

    /// The latest epoch that so many turned to, or turned past; 0 where there is none.
    int epochWith(int tellers) {
        return turns.values().stream()
                .map(Turn::epoch)
                .sorted(Comparator.reverseOrder())
                .skip(tellers - 1L)
                .findFirst()
                .orElse(0);
    }

    int epochWithQuorum() {
        return epochWith(council.quorum());
    }
}
