// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AppendRefused.Reason;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.CircleState.KnownEpoch;
import org.rankfile.oplog.admit.Examined;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.store.StoreException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Writes this device's ops: content, admissions, epochs. Never under an epoch whose audience is
/// not the membership resolved here; a new one is minted first (KEY-7). Engine thread only.
final class Author {
    private final LocalLog log;
    private final OpSealer sealer;
    private final HybridClock clock;
    private final RandomGenerator random;

    Author(LocalLog log, Device device, HybridClock clock, RandomGenerator random) {
        this.log = log;
        this.clock = clock;
        this.random = random;
        sealer = new OpSealer(device.signing(), random);
    }

    /// Appends content as one durable commit.
    ///
    /// @return the ids of the ops, in the order of their bodies
    List<OpId> append(String name, List<byte[]> bodies) throws AppendRefused {
        Circle circle = writing(name);
        if (bodies.stream().anyMatch(body -> body.length > Limits.BODY_BYTES)) {
            throw new AppendRefused(Reason.TOO_LARGE);
        }
        try {
            KnownEpoch epoch = writable(circle);
            Secret key = epoch.content();
            if (key == null) {
                throw new AppendRefused(Reason.NOT_A_MEMBER);
            }
            Batch batch = new Batch(circle, Plane.CONTENT, log.self(), sealer, clock);
            List<OpId> ids = new ArrayList<>();
            for (byte[] body : bodies) {
                ids.add(batch.add(OpType.EVENTS, body, epoch.mint(), key).op().id());
            }
            log.commit(circle, batch.made());
            return ids;
        } catch (StoreException e) {
            throw refused(e);
        }
    }

    /// Appends content without an author: neither the object nor its row says that it was us.
    ///
    /// @throws IllegalArgumentException if the gate refuses it
    OpId appendAuthorless(String name, byte[] content) throws AppendRefused {
        Circle circle = writing(name);
        if (content.length > Limits.BODY_BYTES) {
            throw new AppendRefused(Reason.TOO_LARGE);
        }
        if (log.judge(circle, content) == Verdict.REFUSED) {
            throw new IllegalArgumentException("the gate refuses this content");
        }
        try {
            Secret key = writable(circle).content();
            if (key == null) {
                throw new AppendRefused(Reason.NOT_A_MEMBER);
            }
            OpId id = circle.identity().id();
            SealedOp sealed = sealer.authorless(circle.tag(), id, clock.now(), content, key);
            log.commit(circle, new Examined.Authorless(sealed, content));
            return sealed.id();
        } catch (StoreException e) {
            throw refused(e);
        }
    }

    private Circle writing(String name) throws AppendRefused {
        Circle circle = mine(name);
        boolean suspended =
                log.hall()
                        .personOf(log.self())
                        .filter(me -> log.hall().isSuspended(me.id()))
                        .isPresent();
        if (suspended) {
            throw new AppendRefused(Reason.SUSPENDED);
        }
        return circle;
    }

    private Circle mine(String name) throws AppendRefused {
        if (log.isCopied()) {
            throw new AppendRefused(Reason.COPIED_HOME);
        }
        Optional<Circle> circle = log.circle(name);
        Optional<Hall.Person> me = log.hall().personOf(log.self());
        boolean in =
                circle.isPresent()
                        && me.isPresent()
                        && circle.get().membership().people().contains(me.get().id());
        if (!in) {
            throw new AppendRefused(Reason.NOT_A_MEMBER);
        }
        return circle.get();
    }

    /// A circle that we may write to.
    ///
    /// @throws AppendRefused where we are not in it, or may not write at all
    Circle ours(String name) throws AppendRefused {
        return mine(name);
    }

    /// Begins to write to a circle's authority plane.
    Batch authority(Circle circle) {
        return new Batch(circle, Plane.AUTHORITY, log.self(), sealer, clock);
    }

    /// An epoch for an authority op: one that only those read who are in the circle now, or where
    /// there is none, as just before a mint, one of the last.
    KnownEpoch sealing(Circle circle) {
        KnownEpoch fitting = fitting(circle);
        return fitting == null ? any(circle) : fitting;
    }

    /// Mints, though there may be an epoch that fits: so that whoever was shut out and is in again
    /// can read what was written meanwhile, which only a link to it opens.
    void relink(Circle circle) throws StoreException {
        mint(circle);
    }

    /// Mints where no epoch is for exactly those who are in the circle now.
    void rekey(Circle circle) throws StoreException {
        writable(circle);
    }

    private static KnownEpoch any(Circle circle) {
        return circle.state().currentEpochs().stream()
                .min(Comparator.comparing(KnownEpoch::mint))
                .orElseThrow(() -> new IllegalStateException("a member has an epoch"));
    }

    /// An epoch for exactly those who are in the circle now; minted if there is none.
    private KnownEpoch writable(Circle circle) throws StoreException {
        KnownEpoch epoch = fitting(circle);
        if (epoch != null) {
            return epoch;
        }
        mint(circle);
        KnownEpoch minted = fitting(circle);
        if (minted == null) {
            throw new IllegalStateException("our own mint fits");
        }
        return minted;
    }

    private @Nullable KnownEpoch fitting(Circle circle) {
        Set<DeviceId> audience = new HashSet<>();
        devices(circle).forEach(device -> audience.add(device.id()));
        return circle.state().currentEpochs().stream()
                .filter(epoch -> epoch.content() != null)
                .filter(epoch -> isFor(circle, epoch.mint(), audience))
                .min(Comparator.comparing(KnownEpoch::mint))
                .orElse(null);
    }

    /// Whether an epoch is for just these devices, and not by somebody else who knows its keys.
    private boolean isFor(Circle circle, OpId mint, Set<DeviceId> audience) {
        Circle.Mint made = circle.mints().get(mint);
        boolean isVoid = circle.identity().isHall() && !log.hall().stands(mint);
        return made != null && !isVoid && made.isFor(audience);
    }

    private List<Hall.Device> devices(Circle circle) {
        Map<DeviceId, Hall.Device> devices = new TreeMap<>();
        circle.membership().people().stream()
                .filter(person -> !log.hall().isSuspended(person))
                .flatMap(id -> Stream.ofNullable(log.hall().person(id)))
                .filter(person -> person.role() != Role.KEEPER)
                .flatMap(person -> log.hall().devicesOf(person.id()).stream())
                .sorted(Comparator.comparing(Hall.Device::by))
                .forEach(device -> devices.putIfAbsent(device.id(), device));
        return List.copyOf(devices.values());
    }

    private void mint(Circle circle) throws StoreException {
        List<Hall.Device> devices = devices(circle);
        List<OpSealer.OldEpoch> old = new ArrayList<>();
        for (KnownEpoch epoch : circle.state().currentEpochs()) {
            Optional<EpochKeys> keys = circle.state().keysOf(epoch.mint());
            if (keys.isPresent() && old.size() < Limits.LINKS) {
                old.add(new OpSealer.OldEpoch(epoch.mint(), keys.get()));
            }
        }
        // Until history grants come (KEY-9), everyone who is let in gets the past too.
        List<OpSealer.Recipient> recipients =
                devices.stream()
                        .map(device -> new OpSealer.Recipient(device.keys().prekey(), true))
                        .toList();
        ObjectNode body = Cbor.map();
        Audience.put(body, devices.stream().map(Hall.Device::id).toList());
        Batch batch = new Batch(circle, Plane.AUTHORITY, log.self(), sealer, clock);
        KnownEpoch under = any(circle);
        batch.merge(under.mint(), under.authority());
        batch.mint(
                Cbor.write(body), new OpSealer.Mint(EpochKeys.generate(random), recipients, old));
        log.commit(circle, batch.made());
    }

    static AppendRefused refused(StoreException e) {
        return new AppendRefused(
                e.reason() == StoreException.Reason.DISK_FULL ? Reason.DISK_FULL : Reason.DISK);
    }
}
