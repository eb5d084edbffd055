// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.crypto.group.EpochLink;
import org.rankfile.crypto.group.Wrap;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.MintParts;
import org.rankfile.oplog.codec.SealedOp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The keys of a circle's epochs, as far as this device has them. Engine thread only.
final class Epochs {
    private final PreKey prekey;
    private final Map<OpId, Epoch> known = new HashMap<>();
    private final List<Epoch> newestFirst = new ArrayList<>();
    private final Map<OpId, Set<OpId>> superseding = new HashMap<>();
    private long learnt;

    /// One epoch.
    ///
    /// @param content null where only its authority plane can be read
    /// @param history null where its past cannot
    record Epoch(OpId mint, Secret authority, @Nullable Secret content, @Nullable Secret history) {
        Optional<EpochKeys> keys() {
            return content == null
                    ? Optional.empty()
                    : Optional.of(new EpochKeys(content, authority, history));
        }
    }

    Epochs(PreKey prekey) {
        this.prekey = prekey;
    }

    /// Grows whenever a key was learnt.
    long learnt() {
        return learnt;
    }

    /// The epochs, the last learnt first.
    List<Epoch> newestFirst() {
        return newestFirst;
    }

    @Nullable Epoch get(OpId mint) {
        return known.get(mint);
    }

    /// The epochs that stand and that no other one which stands supersedes.
    List<Epoch> current(Predicate<OpId> stands) {
        return newestFirst.stream()
                .filter(epoch -> stands.test(epoch.mint()))
                .filter(epoch -> by(epoch).stream().noneMatch(stands))
                .toList();
    }

    private Set<OpId> by(Epoch epoch) {
        return superseding.getOrDefault(epoch.mint(), Set.of());
    }

    /// Learns what a mint gives us: its own keys from our wrap, older ones through its links.
    void learn(SealedOp mint, MintParts parts) {
        Wrap.open(parts.wraps(), prekey, mint.wrapContext())
                .ifPresent(keys ->
                        learn(
                                new Epoch(
                                        mint.id(),
                                        keys.authority(),
                                        keys.content(),
                                        keys.history())));
        Epoch own = known.get(mint.id());
        if (own == null) {
            return;
        }
        for (byte[] link : parts.links()) {
            EpochLink.open(link, own.authority(), own.history(), mint.salt())
                    .ifPresent(old -> learnOld(old, mint.id()));
        }
    }

    /// The authority key that a mint has or would give us; nothing is learnt.
    Optional<Secret> peek(SealedOp mint, MintParts parts) {
        Epoch own = known.get(mint.id());
        return own == null
                ? Wrap.open(parts.wraps(), prekey, mint.wrapContext()).map(EpochKeys::authority)
                : Optional.of(own.authority());
    }

    private void learnOld(EpochLink.Opened old, OpId by) {
        OpId mint = new OpId(old.epoch());
        superseding.computeIfAbsent(mint, _ -> new HashSet<>()).add(by);
        learn(new Epoch(mint, old.authority(), old.content(), old.history()));
    }

    private void learn(Epoch fresh) {
        Epoch before = known.get(fresh.mint());
        boolean more =
                before == null
                        || (before.content() == null && fresh.content() != null)
                        || (before.history() == null && fresh.history() != null);
        if (more) {
            learnt++;
            known.put(fresh.mint(), fresh);
            newestFirst.remove(before);
            newestFirst.addFirst(fresh);
        }
    }
}
