// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.cast.CastCheck;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.closing.ClosedBox.Frame;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Postmarks;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.crypto.Hash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ballot box as this device has it: envelopes, and who saw them when.
final class Box {
    private final Ready ready;
    private final Proved proved;
    private final Postmarks postmarks;
    private final Map<Hash, CastEnvelope> envelopes = new LinkedHashMap<>();
    private final Map<Slot, Set<Hash>> slots = new HashMap<>();
    private final Deque<CastEnvelope> unjudged = new ArrayDeque<>();
    private final Set<Hash> valid = new HashSet<>();
    private final Set<Hash> invalid = new HashSet<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<Hash, Set<Integer>> seenBy = new HashMap<>();
    private final List<Head.Signed> ends = new ArrayList<>();
    private final List<Head.Signed> countersigned = new ArrayList<>();
    private Set<Hash> timely = Set.of();
    private long timelyAt = -1;
    private long version;
    private Optional<Closed> closed = Optional.empty();

    private record Slot(Element credential, int seq) {}

    private record Closed(long version, int roll, Set<Hash> ids, ClosedBox box) {}

    Box(Ready ready, Proved proved) {
        this.ready = ready;
        this.proved = proved;
        postmarks = new Postmarks(ready.notice().panel(ready.fingerprint()));
    }

    /// How many envelopes there are with one credential and one number.
    int twins(CastEnvelope envelope) {
        return slots.getOrDefault(slot(envelope), Set.of()).size();
    }

    private static Slot slot(CastEnvelope envelope) {
        return new Slot(envelope.ballot().credential(), envelope.seq());
    }

    boolean has(Hash envelope) {
        return envelopes.containsKey(envelope);
    }

    Optional<CastEnvelope> envelope(Hash id) {
        return Optional.ofNullable(envelopes.get(id));
    }

    void add(CastEnvelope envelope) {
        if (envelopes.putIfAbsent(envelope.id(), envelope) == null) {
            slots.computeIfAbsent(slot(envelope), _ -> new HashSet<>()).add(envelope.id());
            if (isProved(envelope.id())) {
                valid.add(envelope.id());
            } else {
                unjudged.add(envelope);
            }
            version++;
        }
    }

    /// Whether an envelope was found to hold, perhaps before the program started.
    boolean isProved(Hash envelope) {
        return proved.contains(ready.fingerprint(), envelope);
    }

    /// Takes a receipt.
    ///
    /// @return whether a witness signed it
    boolean add(Receipt receipt) {
        boolean holds = postmarks.add(receipt);
        if (holds) {
            receipts.add(receipt);
            seenBy.computeIfAbsent(receipt.envelope(), _ -> new HashSet<>()).add(receipt.witness());
            version++;
        }
        return holds;
    }

    /// Takes a witness's word that its log ends.
    ///
    /// @return whether it is theirs
    boolean end(Head.Signed head) {
        boolean holds = postmarks.addEnd(head);
        if (holds) {
            ends.add(head);
            version++;
        }
        return holds;
    }

    void countersign(Head.Signed head) {
        if (postmarks.addCountersignature(head)) {
            countersigned.add(head);
            version++;
        }
    }

    /// Proves envelopes that were not looked at yet, some milliseconds each.
    ///
    /// @return whether some are left
    boolean judge(int most) {
        List<Hash> found = new ArrayList<>();
        for (int i = 0; i < most && !unjudged.isEmpty(); i++) {
            CastEnvelope envelope = unjudged.remove();
            CastCheck check =
                    new CastCheck(
                            ready.election(),
                            CredentialList.of(List.of(envelope.ballot().credential())));
            boolean holds = check.flaw(envelope).isEmpty();
            (holds ? valid : invalid).add(envelope.id());
            if (holds) {
                found.add(envelope.id());
            }
            version++;
        }
        proved.add(ready.fingerprint(), found);
        return !unjudged.isEmpty();
    }

    boolean isJudged() {
        return unjudged.isEmpty();
    }

    boolean isValid(Hash envelope) {
        return valid.contains(envelope);
    }

    /// The witnesses that entered an envelope in their logs, by their numbers.
    Set<Integer> witnesses(Hash envelope) {
        return seenBy.getOrDefault(envelope, Set.of());
    }

    /// How many witnesses a ballot needs.
    int needed() {
        return ready.notice().panel(ready.fingerprint()).needed();
    }

    List<CastEnvelope> envelopes() {
        return List.copyOf(envelopes.values());
    }

    /// How many different voters' ballots enough witnesses saw.
    int witnessed() {
        Set<Element> voters = new HashSet<>();
        envelopes.forEach((id, envelope) -> {
            if (valid.contains(id) && witnesses(id).size() >= needed()) {
                voters.add(envelope.ballot().credential());
            }
        });
        return voters.size();
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    List<Head.Signed> ends() {
        return List.copyOf(ends);
    }

    List<Head.Signed> countersigned() {
        return List.copyOf(countersigned);
    }

    /// The envelopes that were there in time; computed again only if something came since.
    Set<Hash> timely() {
        if (timelyAt != version) {
            timely = postmarks.timely();
            timelyAt = version;
        }
        return timely;
    }

    /// What this device would close now with a version of the roll; computed again only if
    /// something came since.
    ClosedBox close(Rolls.Version roll) {
        return closeAll(roll, timely());
    }

    /// The box of what tellers closed: these envelopes and no other. Whether it is what they sealed
    /// shows in its root.
    ///
    /// @return empty while an envelope is missing, or not looked at
    Optional<ClosedBox> close(Rolls.Version roll, Set<Hash> ids) {
        return isJudged() && envelopes.keySet().containsAll(ids)
                ? Optional.of(closeAll(roll, ids))
                : Optional.empty();
    }

    private ClosedBox closeAll(Rolls.Version roll, Set<Hash> ids) {
        int number = roll.roll().statement().version();
        Closed before = closed.orElse(null);
        if (before != null
                && before.version() == version
                && before.roll() == number
                && before.ids().equals(ids)) {
            return before.box();
        }
        Frame frame =
                new Frame(
                        ready.election(),
                        ready.trustees(),
                        roll.credentials(),
                        roll.roll().statement().root());
        ClosedBox box = ClosedBox.of(frame, envelopes.values(), ids, valid::contains);
        closed = Optional.of(new Closed(version, number, ids, box));
        return box;
    }
}
