// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.archive.ElectionRecord;
import org.rankfile.ballot.cast.BallotSet;
import org.rankfile.ballot.cast.CastCheck;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.merkle.SortedTree;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The ballot box at the end: what a set of envelopes and a set of postmarks come to. A pure
/// function: whoever has the same has the same root, the same archive and the same annex.
public final class ClosedBox {
    private final ClosingStatement statement;
    private final BallotSet set;
    private final ElectionRecord record;
    private final List<Aside> aside;

    /// An envelope that is not in the box.
    public record Aside(CastEnvelope envelope, Why why, String flaw) {}

    /// Why an envelope is not in the box.
    public enum Why {
        /// Its credential is not listed.
        UNLISTED,
        /// Something in it does not hold.
        INVALID,
        /// Not enough witnesses saw it in time.
        LATE
    }

    /// Who may vote, on what and by whose key; frozen.
    ///
    /// @param roll the root of the roll
    public record Frame(
            Election election, Trustees trustees, CredentialList credentials, Hash roll) {}

    private ClosedBox(ClosingStatement statement, BallotSet set, Frame frame, List<Aside> aside) {
        this.statement = statement;
        this.set = set;
        this.aside = List.copyOf(aside);
        List<Ballot> ballots = set.exported().stream().map(CastEnvelope::ballot).toList();
        record =
                new ElectionRecord(
                        frame.election(), frame.trustees(), frame.credentials(), ballots);
    }

    /// Closes the box. Checks every envelope, some milliseconds each.
    ///
    /// @param timely the ids of those that witnesses saw in time
    public static ClosedBox of(Frame frame, Collection<CastEnvelope> envelopes, Set<Hash> timely) {
        return of(frame, envelopes, timely, id -> false);
    }

    /// Closes the box without proving again what was proven when it came; it is the same box (the
    /// package says why). Some microseconds for each of those.
    ///
    /// @param timely the ids of those that witnesses saw in time
    /// @param knownValid the ids of envelopes that this process itself found valid in this
    ///   election, by [CastCheck#flaw], under whichever list. Never what somebody else says
    public static ClosedBox of(
            Frame frame,
            Collection<CastEnvelope> envelopes,
            Set<Hash> timely,
            Predicate<Hash> knownValid) {
        CastCheck check = new CastCheck(frame.election(), frame.credentials());
        Map<Hash, CastEnvelope> distinct = new TreeMap<>();
        envelopes.forEach(envelope -> distinct.put(envelope.id(), envelope));
        List<CastEnvelope> in = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        for (CastEnvelope envelope : distinct.values()) {
            Optional<Aside> why = aside(check, envelope, timely, knownValid);
            why.ifPresentOrElse(aside::add, () -> in.add(envelope));
        }
        List<Hash> ids = in.stream().map(CastEnvelope::id).toList();
        ClosingStatement statement =
                new ClosingStatement(
                        frame.election().fingerprint(),
                        Hash.sha256Plain(frame.credentials().bytes()),
                        frame.roll(),
                        SortedTree.of(ids).root(),
                        ids.size());
        return new ClosedBox(statement, BallotSet.of(in), frame, aside);
    }

    private static Optional<Aside> aside(
            CastCheck check, CastEnvelope envelope, Set<Hash> timely, Predicate<Hash> knownValid) {
        if (!check.isListed(envelope)) {
            return Optional.of(new Aside(envelope, Why.UNLISTED, ""));
        }
        Optional<String> flaw =
                knownValid.test(envelope.id()) ? Optional.empty() : check.flaw(envelope);
        if (flaw.isPresent()) {
            return Optional.of(new Aside(envelope, Why.INVALID, flaw.get()));
        }
        return timely.contains(envelope.id())
                ? Optional.empty()
                : Optional.of(new Aside(envelope, Why.LATE, ""));
    }

    /// What tellers agree on.
    public ClosingStatement statement() {
        return statement;
    }

    /// What is in the box, and which of it counts.
    public BallotSet set() {
        return set;
    }

    /// What the archive is made of.
    public ElectionRecord record() {
        return record;
    }

    /// What is not in the box, by its id.
    public List<Aside> aside() {
        return aside.stream().sorted(Comparator.comparing(each -> each.envelope().id())).toList();
    }
}
