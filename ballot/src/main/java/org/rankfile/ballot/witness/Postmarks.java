// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Which envelopes were there in time, as a pure function of what was signed: those that enough
/// witnesses entered in their logs with a time not after the end of voting, under a head that
/// enough tellers countersigned. What comes without that is late, whatever it says about itself.
public final class Postmarks {
    private final Panel panel;
    private final Map<Integer, Map<Integer, Map<Hash, Receipt>>> receipts = new TreeMap<>();
    private final Map<Head, Set<Integer>> countersigned = new HashMap<>();
    private final Set<Head> ended = new HashSet<>();

    /// Whose word is needed.
    ///
    /// @param election the election's fingerprint
    /// @param witnesses their keys
    /// @param tellers their keys
    /// @param closes the end of voting, in seconds since 1970
    public record Panel(
            String election, List<VerifyKey> witnesses, List<VerifyKey> tellers, long closes) {
        /// How many tellers have to countersign a head.
        public static final int COUNTERSIGNATURES = 2;

        private static final int FEW_WITNESSES = 3;

        public Panel {
            witnesses = List.copyOf(witnesses);
            tellers = List.copyOf(tellers);
        }

        /// How many witnesses a ballot needs: two, or one where there are fewer than three.
        public int needed() {
            return witnesses.size() < FEW_WITNESSES ? 1 : 2;
        }
    }

    /// Nothing is known yet.
    public Postmarks(Panel panel) {
        this.panel = panel;
    }

    /// Takes a receipt.
    ///
    /// @return whether the witness signed it, for this election
    public boolean add(Receipt receipt) {
        boolean holds =
                receipt.election().equals(panel.election())
                        && isOf(receipt.witness(), panel.witnesses())
                        && receipt.isBy(panel.witnesses().get(receipt.witness()));
        if (holds) {
            receipts.computeIfAbsent(receipt.witness(), _ -> new TreeMap<>())
                    .computeIfAbsent(receipt.index(), _ -> new TreeMap<>())
                    .putIfAbsent(receipt.hash(), receipt);
        }
        return holds;
    }

    /// Takes a witness's word that the log ends there.
    ///
    /// @return whether it is theirs
    public boolean addEnd(Head.Signed signed) {
        Head head = signed.head();
        boolean holds =
                head.election().equals(panel.election())
                        && isOf(head.witness(), panel.witnesses())
                        && head.isEndedBy(
                                panel.witnesses().get(head.witness()), signed.signature());
        if (holds) {
            ended.add(head);
        }
        return holds;
    }

    /// Takes a teller's word that a head was there before closing.
    ///
    /// @return whether it is theirs
    public boolean addCountersignature(Head.Signed signed) {
        Head head = signed.head();
        boolean holds =
                head.election().equals(panel.election())
                        && isOf(signed.signer(), panel.tellers())
                        && head.isCountersignedBy(
                                panel.tellers().get(signed.signer()), signed.signature());
        if (holds) {
            countersigned.computeIfAbsent(head, _ -> new HashSet<>()).add(signed.signer());
        }
        return holds;
    }

    private static boolean isOf(int number, List<VerifyKey> keys) {
        return number >= 0 && number < keys.size();
    }

    /// The envelopes that were there in time.
    public Set<Hash> timely() {
        Map<Hash, Set<Integer>> seenBy = new HashMap<>();
        for (int witness = 0; witness < panel.witnesses().size(); witness++) {
            int who = witness;
            entries(witness).stream()
                    .filter(receipt -> receipt.time() <= panel.closes())
                    .forEach(receipt ->
                            seenBy.computeIfAbsent(receipt.envelope(), _ -> new HashSet<>())
                                    .add(who));
        }
        Set<Hash> timely = new HashSet<>();
        seenBy.forEach((envelope, witnesses) -> {
            if (witnesses.size() >= panel.needed()) {
                timely.add(envelope);
            }
        });
        return timely;
    }

    /// The entries under every head of a witness that counts. A witness who signs two is convicted
    /// by that, but who trusted them does not lose a vote: both were there before closing.
    private List<Receipt> entries(int witness) {
        return ended.stream()
                .filter(head -> head.witness() == witness)
                .filter(head ->
                        countersigned.getOrDefault(head, Set.of()).size()
                                >= Panel.COUNTERSIGNATURES)
                .flatMap(head -> under(head).stream())
                .toList();
    }

    /// The entries that a head stands for, as far back as they are known. A gap ends them: what is
    /// behind it is not shown to be under the head.
    private List<Receipt> under(Head head) {
        List<Receipt> entries = new ArrayList<>();
        Optional<Hash> wanted = head.size() == 0 ? Optional.empty() : Optional.of(head.last());
        long time = Long.MAX_VALUE;
        for (int index = head.size() - 1; index >= 0 && wanted.isPresent(); index--) {
            Hash hash = wanted.get();
            long before = time;
            Optional<Receipt> entry =
                    Optional.ofNullable(at(head.witness(), index).get(hash))
                            .filter(each -> each.time() <= before);
            entry.ifPresent(entries::add);
            time = entry.map(Receipt::time).orElse(time);
            wanted = entry.flatMap(Receipt::previous);
        }
        return entries;
    }

    private Map<Hash, Receipt> at(int witness, int index) {
        return receipts.getOrDefault(witness, Map.of()).getOrDefault(index, Map.of());
    }

    /// The pairs of entries that show that a witness kept two logs: signed, and not both possible.
    public List<List<Receipt>> forks() {
        List<List<Receipt>> forks = new ArrayList<>();
        for (Map<Integer, Map<Hash, Receipt>> log : receipts.values()) {
            for (Map<Hash, Receipt> entries : log.values()) {
                if (entries.size() > 1) {
                    forks.add(entries.values().stream().limit(2).toList());
                }
            }
        }
        return forks;
    }
}
