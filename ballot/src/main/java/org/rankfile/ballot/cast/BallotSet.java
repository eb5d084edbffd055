// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import org.rankfile.ballot.group.Element;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which of a set of valid envelopes go into the archive, and in which order: the same for the same
/// set, however it came together. The last of each credential there is the one that counts.
///
/// A ballot that was cast again stands where it was cast last. Of two ballots with the same number,
/// which an honest device never makes, the one with the smaller hash stands and the other is
/// evidence: one vote counts, whatever a copied device did, and everywhere the same.
///
/// @param exported in the order of the archive
/// @param equivocations what stands for nothing because another has its number
/// @param repeated what stands for nothing because the same ballot was cast again later
public record BallotSet(
        List<CastEnvelope> exported,
        List<CastEnvelope> equivocations,
        List<CastEnvelope> repeated) {
    private static final Comparator<CastEnvelope> BY_BALLOT =
            Comparator.comparing(CastEnvelope::ballotHash).thenComparing(CastEnvelope::id);
    private static final Comparator<CastEnvelope> ORDER =
            Comparator.comparingInt(CastEnvelope::seq).thenComparing(BY_BALLOT);

    public BallotSet {
        exported = List.copyOf(exported);
        equivocations = List.copyOf(equivocations);
        repeated = List.copyOf(repeated);
    }

    /// Sorts envelopes, each of which has to be valid; the same one may be there several times.
    public static BallotSet of(Collection<CastEnvelope> envelopes) {
        Map<Hash, CastEnvelope> distinct = new TreeMap<>();
        envelopes.forEach(envelope -> distinct.put(envelope.id(), envelope));
        List<CastEnvelope> repeated = new ArrayList<>();
        List<CastEnvelope> ballots = onePerBallot(distinct.values(), repeated);
        List<CastEnvelope> exported = new ArrayList<>();
        List<CastEnvelope> equivocations = new ArrayList<>();
        Map<Slot, CastEnvelope> slots = new HashMap<>();
        ballots.sort(ORDER);
        for (CastEnvelope envelope : ballots) {
            Slot slot = new Slot(envelope.ballot().credential(), envelope.seq());
            if (slots.putIfAbsent(slot, envelope) == null) {
                exported.add(envelope);
            } else {
                equivocations.add(envelope);
            }
        }
        repeated.sort(ORDER);
        return new BallotSet(exported, equivocations, repeated);
    }

    private record Slot(Element credential, int seq) {}

    /// The last envelope of each ballot.
    private static List<CastEnvelope> onePerBallot(
            Collection<CastEnvelope> envelopes, List<CastEnvelope> repeated) {
        Map<Hash, CastEnvelope> last = new HashMap<>();
        for (CastEnvelope envelope : envelopes) {
            CastEnvelope other = last.get(envelope.ballotHash());
            if (other == null) {
                last.put(envelope.ballotHash(), envelope);
            } else if (isAfter(envelope, other)) {
                repeated.add(other);
                last.put(envelope.ballotHash(), envelope);
            } else {
                repeated.add(envelope);
            }
        }
        return new ArrayList<>(last.values());
    }

    private static boolean isAfter(CastEnvelope one, CastEnvelope other) {
        return one.seq() != other.seq()
                ? one.seq() > other.seq()
                : one.id().compareTo(other.id()) < 0;
    }

    /// The ballots that count, by their credentials.
    public Map<Element, CastEnvelope> counted() {
        Map<Element, CastEnvelope> counted = new HashMap<>();
        exported.forEach(each -> counted.put(each.ballot().credential(), each));
        return counted;
    }
}
