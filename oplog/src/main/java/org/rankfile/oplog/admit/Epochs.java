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
import org.rankfile.oplog.codec.OpOpener;
import org.rankfile.oplog.codec.SealedOp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The keys of a circle's epochs, as far as this device has them. Engine thread only.
///
/// A mint is read before it is known whether it may stand, and what it says of another epoch's keys
/// may be false (KEY-5). So what several mints say of one epoch is kept side by side, and nothing
/// that was learnt keeps the truth out.
final class Epochs {
    private final PreKey prekey;
    private final Map<OpId, List<Epoch>> known = new HashMap<>();
    private final List<Epoch> newestFirst = new ArrayList<>();
    private final Map<OpId, Proven> proven = new HashMap<>();
    private final Map<OpId, Map<OpId, Epoch>> links = new HashMap<>();
    private final Deque<Epoch> unfollowed = new ArrayDeque<>();
    private long learnt;

    /// What was learnt of one epoch from one place.
    ///
    /// @param content null where only its authority plane can be read
    /// @param history null where its past cannot
    /// @param own whether it was in a wrap for this device
    record Epoch(
            OpId mint,
            Secret authority,
            @Nullable Secret content,
            @Nullable Secret history,
            boolean own) {
        Optional<EpochKeys> keys() {
            return content == null
                    ? Optional.empty()
                    : Optional.of(new EpochKeys(content, authority, history));
        }

        /// Whether the other says nothing that this does not.
        boolean covers(Epoch other) {
            return authority.equals(other.authority)
                    && (other.content == null || Objects.equals(other.content, content))
                    && (other.history == null || Objects.equals(other.history, history))
                    && (own || !other.own);
        }
    }

    /// A mint whose authority key is known for certain: it opens the mint itself.
    private record Proven(Secret authority, byte[] salt, List<byte[]> links) {}

    Epochs(PreKey prekey) {
        this.prekey = prekey;
    }

    /// Grows whenever something was learnt.
    long learnt() {
        return learnt;
    }

    /// All that was learnt, the last first.
    List<Epoch> newestFirst() {
        return newestFirst;
    }

    private List<Epoch> of(OpId mint) {
        return known.getOrDefault(mint, List.of());
    }

    /// What is best believed of an epoch: our own wrap, or else what was learnt first.
    @Nullable Epoch get(OpId mint) {
        List<Epoch> all = of(mint);
        return all.stream()
                .filter(Epoch::own)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    /// The epochs that stand and that no other one which stands supersedes.
    List<Epoch> current(Predicate<OpId> stands) {
        return newestFirst.stream()
                .filter(epoch -> epoch.equals(get(epoch.mint())))
                .filter(epoch -> stands.test(epoch.mint()))
                .filter(epoch -> !isSuperseded(epoch, stands))
                .toList();
    }

    /// A link that gives other keys than ours supersedes nothing: the next mint links again.
    private boolean isSuperseded(Epoch epoch, Predicate<OpId> stands) {
        return links.getOrDefault(epoch.mint(), Map.of()).entrySet().stream()
                .anyMatch(link -> stands.test(link.getKey()) && epoch.covers(link.getValue()));
    }

    /// Learns what a mint gives us: its own keys from our wrap, older ones through its links.
    ///
    /// @param circle what the mint's keys are bound to, see [OpOpener#isKey]
    /// @return its authority key; empty where we lack it
    Optional<Secret> learn(SealedOp mint, MintParts parts, OpId circle) {
        wrapped(mint, parts, circle).ifPresent(keys -> learn(epoch(mint.id(), keys)));
        Optional<Secret> authority = authorityOf(mint, circle);
        authority.ifPresent(key -> prove(mint, parts, key));
        for (Epoch epoch = unfollowed.poll(); epoch != null; epoch = unfollowed.poll()) {
            follow(epoch);
        }
        return authority;
    }

    /// The authority key that [#learn] would return; nothing is learnt.
    Optional<Secret> peek(SealedOp mint, MintParts parts, OpId circle) {
        return authorityOf(mint, circle)
                .or(() -> wrapped(mint, parts, circle).map(EpochKeys::authority));
    }

    private Optional<EpochKeys> wrapped(SealedOp mint, MintParts parts, OpId circle) {
        return Wrap.open(parts.wraps(), prekey, mint.wrapContext())
                .filter(keys -> OpOpener.isKey(mint, keys.authority(), circle));
    }

    private Optional<Secret> authorityOf(SealedOp mint, OpId circle) {
        return of(mint.id()).stream()
                .map(Epoch::authority)
                .filter(key -> OpOpener.isKey(mint, key, circle))
                .findFirst();
    }

    private static Epoch epoch(OpId mint, EpochKeys keys) {
        return new Epoch(mint, keys.authority(), keys.content(), keys.history(), true);
    }

    /// The mint itself shows which authority key is its own; others are forgotten.
    private void prove(SealedOp mint, MintParts parts, Secret authority) {
        OpId id = mint.id();
        if (proven.putIfAbsent(id, new Proven(authority, mint.salt(), parts.links())) == null) {
            of(id).removeIf(epoch -> !epoch.authority().equals(authority));
            newestFirst.removeIf(epoch -> epoch.mint().equals(id) && !of(id).contains(epoch));
            unfollowed.addAll(of(id));
        }
    }

    private void follow(Epoch from) {
        Proven mint = proven.get(from.mint());
        if (mint == null) {
            return;
        }
        for (byte[] link : mint.links()) {
            EpochLink.open(link, from.authority(), from.history(), mint.salt())
                    .ifPresent(old -> learnOld(old, from));
        }
    }

    private void learnOld(EpochLink.Opened old, Epoch by) {
        OpId id = new OpId(old.epoch());
        Epoch epoch = new Epoch(id, old.authority(), old.content(), old.history(), false);
        if (by.history() == null || old.content() != null) {
            links.computeIfAbsent(id, _ -> new HashMap<>()).put(by.mint(), epoch);
        }
        learn(epoch);
    }

    private void learn(Epoch fresh) {
        Proven mint = proven.get(fresh.mint());
        boolean untrue = mint != null && !mint.authority().equals(fresh.authority());
        if (untrue || of(fresh.mint()).stream().anyMatch(epoch -> epoch.covers(fresh))) {
            return;
        }
        learnt++;
        known.computeIfAbsent(fresh.mint(), _ -> new ArrayList<>()).removeIf(fresh::covers);
        of(fresh.mint()).add(fresh);
        newestFirst.removeIf(epoch -> epoch.mint().equals(fresh.mint()) && fresh.covers(epoch));
        newestFirst.addFirst(fresh);
        unfollowed.add(fresh);
    }
}
