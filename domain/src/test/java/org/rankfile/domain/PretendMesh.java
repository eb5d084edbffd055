// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessListener;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Replica;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.Stewardship;
import org.rankfile.oplog.VerifyReport;
import org.rankfile.testkit.ManualTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// Devices without disk and network that keep what the log promises: an op is admitted once, after
/// everything that its author knew. In which order, how late and how often it arrives is the test's
/// choice. One thread.
final class PretendMesh {
    final List<Device> devices = new ArrayList<>();
    final List<ContentOp> all = new ArrayList<>();
    private final List<AuthorlessObject> objects = new ArrayList<>();
    private final Map<Object, Device> makers = new HashMap<>();
    private final Random random;

    PretendMesh(Random random, int size) {
        this.random = random;
        for (int i = 0; i < size; i++) {
            devices.add(new Device(i));
        }
        devices.forEach(Device::start);
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /// Hands over what one of the devices has, some of it again, in any order.
    void deliver(Device to, double share) {
        List<ContentOp> some = new ArrayList<>();
        for (ContentOp op : all) {
            if (random.nextDouble() < share) {
                some.add(op);
            }
        }
        Collections.shuffle(some, random);
        some.forEach(to::arrives);
        to.listener().changed();
    }

    /// Everything without an author, in the order in which it came into the hall.
    List<AuthorlessObject> objects() {
        return List.copyOf(objects);
    }

    /// Who put an object into the hall, which nobody there can tell.
    PersonId bringer(AuthorlessObject object) {
        return Objects.requireNonNull(makers.get(object.id())).person;
    }

    /// How many ops and objects there are.
    int size() {
        return all.size() + objects.size();
    }

    /// Likewise, but of what those have who are here, and objects as well.
    void deliver(Device to, double share, Set<Device> away) {
        List<ContentOp> some = new ArrayList<>();
        for (ContentOp op : all) {
            if (!away.contains(makers.get(op.id())) && random.nextDouble() < share) {
                some.add(op);
            }
        }
        Collections.shuffle(some, random);
        some.forEach(to::arrives);
        List<AuthorlessObject> others = new ArrayList<>();
        for (AuthorlessObject object : objects) {
            if (!away.contains(makers.get(object.id())) && random.nextDouble() < share) {
                others.add(object);
            }
        }
        Collections.shuffle(others, random);
        others.forEach(to::arrives);
        to.listener().changed();
    }

    final class Device implements Replica {
        private final SigningKey key = SigningKey.generate(random);
        final DeviceId id = DeviceId.of(key.verifyKey());
        final PersonId person = new PersonId(hash());
        final ManualTime time = ManualTime.atTestMorning();
        final String name;
        private final Map<DeviceId, Long> known = new HashMap<>();
        private final Set<ContentOp> parked = new HashSet<>();
        private @Nullable ContentListener listener;
        private Hlc clock = new Hlc(0, 0);
        private @Nullable Union union;
        private final Map<OpId, AuthorlessObject> waiting = new LinkedHashMap<>();
        private final Set<OpId> held = new HashSet<>();
        private @Nullable AuthorlessGate gate;
        private @Nullable AuthorlessListener authorless;
        private final List<Alarmed> alarms = new ArrayList<>();
        final Map<String, Secret> secrets = new HashMap<>();
        final Set<String> refuses = new HashSet<>();
        final MapProved proved = new MapProved();
        private List<ContentOp> log = List.of();

        private record Alarmed(long millis, Runnable task) {}

        Device(int number) {
            name = "Person " + number;
        }

        void start() {
            union =
                    Union.over(
                                    new UnionParts(
                                            this,
                                            new MapIndex(),
                                            random,
                                            time,
                                            new MapSecrets(secrets, refuses),
                                            proved,
                                            (delay, task) ->
                                                    alarms.add(
                                                            new Alarmed(
                                                                    time.millis()
                                                                            + delay.toMillis(),
                                                                    task))))
                            .join();
        }

        /// The program starts again: what the log holds is told from the beginning.
        void restart() {
            log = all.stream().filter(op -> knows(op.dot())).toList();
            known.clear();
            alarms.clear();
            gate = null;
            waiting.clear();
            objects.stream()
                    .filter(object -> held.contains(object.id()))
                    .forEach(object -> waiting.put(object.id(), object));
            start();
        }

        /// Time passes here; what was to be done meanwhile is done.
        void advance(Duration by) {
            time.advance(by);
            List<Alarmed> due =
                    alarms.stream().filter(each -> each.millis() <= time.millis()).toList();
            alarms.removeAll(due);
            due.forEach(each -> each.task().run());
        }

        void arrives(AuthorlessObject object) {
            if (held.add(object.id())) {
                waiting.put(object.id(), object);
                regate();
            }
        }

        Union union() {
            return Objects.requireNonNull(union);
        }

        private ContentListener listener() {
            return Objects.requireNonNull(listener);
        }

        void arrives(ContentOp op) {
            parked.add(op);
            boolean again = true;
            while (again) {
                again = false;
                for (ContentOp each : List.copyOf(parked)) {
                    if (knows(each.dot())) {
                        parked.remove(each);
                    } else if (ready(each)) {
                        parked.remove(each);
                        admit(each);
                        again = true;
                    }
                }
            }
        }

        private boolean ready(ContentOp op) {
            return op.dot().seq() == known.getOrDefault(op.device(), 0L) + 1
                    && all.stream()
                            .filter(other -> op.seen().includes(other.dot()))
                            .allMatch(other -> knows(other.dot()));
        }

        private boolean knows(Dot dot) {
            return known.getOrDefault(dot.device(), 0L) >= dot.seq();
        }

        private void admit(ContentOp op) {
            known.put(op.device(), op.dot().seq());
            boolean sane = op.time().millis() <= time.millis() + Limits.CLOCK_AHEAD_MILLIS;
            if (sane && op.time().compareTo(clock) > 0) {
                clock = op.time();
            }
            listener().admitted(op);
        }

        @Override
        public <T> CompletableFuture<T> onEngine(Callable<T> work) {
            try {
                return CompletableFuture.completedFuture(work.call());
            } catch (Exception failed) {
                return CompletableFuture.failedFuture(failed);
            }
        }

        @Override
        public List<ContentOp> appendAll(String circle, List<byte[]> bodies) {
            List<ContentOp> ops = new ArrayList<>();
            for (byte[] body : bodies) {
                Map<DeviceId, Long> seen = Map.copyOf(known);
                Causality past = dot -> seen.getOrDefault(dot.device(), 0L) >= dot.seq();
                clock =
                        time.millis() > clock.millis()
                                ? new Hlc(time.millis(), 0)
                                : new Hlc(clock.millis(), clock.counter() + 1);
                Dot dot = new Dot(id, known.getOrDefault(id, 0L) + 1);
                ContentOp op =
                        new ContentOp(new OpId(hash()), circle, person, id, dot, clock, body, past);
                all.add(op);
                makers.put(op.id(), this);
                ops.add(op);
                admit(op);
            }
            listener().changed();
            return ops;
        }

        @Override
        public void follow(ContentListener follower) {
            listener = follower;
            log.forEach(this::admit);
        }

        @Override
        public OpId appendAuthorless(String circle, byte[] content) {
            AuthorlessObject object = new AuthorlessObject(new OpId(hash()), circle, content);
            objects.add(object);
            makers.put(object.id(), this);
            arrives(object);
            listener().changed();
            return object.id();
        }

        @Override
        public void followAuthorless(AuthorlessGate first, AuthorlessListener follower) {
            gate = first;
            authorless = follower;
            regate();
        }

        @Override
        public void regate() {
            AuthorlessGate judge = gate;
            if (judge == null) {
                return;
            }
            for (AuthorlessObject object : List.copyOf(waiting.values())) {
                AuthorlessGate.Verdict verdict = judge.judge(object.circle(), object.content());
                if (verdict != AuthorlessGate.Verdict.WAIT) {
                    waiting.remove(object.id());
                }
                if (verdict == AuthorlessGate.Verdict.ADMITTED) {
                    Objects.requireNonNull(authorless).admitted(object);
                }
            }
        }

        /// How many objects wait.
        int penned() {
            return waiting.size();
        }

        @Override
        public Stewardship stewardship() {
            throw new UnsupportedOperationException("everybody stays in this mesh");
        }

        @Override
        public Signer signer() {
            return key;
        }

        @Override
        public List<Member> members(String circle) {
            return devices.stream()
                    .map(each ->
                            new Member(
                                    each.person, each.name, Role.STEWARD, false, List.of(each.id)))
                    .toList();
        }

        @Override
        public ReplicaStatus status() {
            return new ReplicaStatus("", id, person, List.of(), List.of(), List.of(), false);
        }

        @Override
        public VerifyReport verify() {
            throw new UnsupportedOperationException("nothing on a disk");
        }

        @Override
        public void close() {}
    }
}
