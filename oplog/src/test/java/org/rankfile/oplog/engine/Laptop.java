// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.crypto.Secret;
import org.rankfile.net.NetworkKey;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.sync.OpSink.Receipt;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A replica on its own disk, whose process can be killed and started again.
final class Laptop {
    final MemoryStore store = new MemoryStore();
    final Map<String, ContentOp> read = new HashMap<>();
    final Map<OpId, AuthorlessObject> box = new HashMap<>();
    final Set<String> listed = new HashSet<>();
    boolean gullible;
    private final ReplicaParts parts;
    private LocalReplica replica;

    private Laptop(RandomGenerator random, ManualTime time, Start start) throws StoreException {
        parts = new ReplicaParts(store, Runnable::run, Runnable::run, random, time, Alarm.NEVER);
        start.on(parts);
        replica = open();
    }

    private interface Start {
        void on(ReplicaParts parts) throws StoreException;
    }

    static Laptop founder(RandomGenerator random, ManualTime time) throws StoreException {
        return new Laptop(
                random, time, parts -> Replicas.found(parts, new Founding("Local 12", "Ana")));
    }

    /// A laptop that a manager's laptop admits, without any op yet.
    static Laptop admitted(Laptop manager, String name, Role role, RandomGenerator random)
            throws StoreException, AppendRefused {
        Device device = Records.freshDevice(random);
        manager.replica.stewardship().admit(name, role, device.keys());
        List<CircleIdentity> circles =
                manager.replica.log().circles().stream()
                        .map(Circle::identity)
                        .filter(circle -> circle.isHall() || role != Role.MEMBER)
                        .toList();
        NetworkKey network = new NetworkKey(Secret.random(32, random));
        return new Laptop(
                random,
                ManualTime.atTestMorning(),
                parts ->
                        parts.store()
                                .write(txn -> {
                                    Records.putDevice(txn, device);
                                    Records.putBelonging(
                                            txn,
                                            new Records.Belonging(
                                                    "Local 12",
                                                    network,
                                                    Optional.empty(),
                                                    circles));
                                    return circles;
                                }));
    }

    /// A second laptop on which a copy of the first one's home was put.
    static Laptop copyOf(Laptop other, RandomGenerator random) throws StoreException {
        return new Laptop(
                random,
                ManualTime.atTestMorning(),
                parts -> ((MemoryStore) parts.store()).restore(other.store));
    }

    LocalReplica replica() {
        return replica;
    }

    /// Kills the process and starts it again.
    void restart() throws StoreException {
        store.mend();
        replica = open();
    }

    private LocalReplica open() throws StoreException {
        LocalReplica opened = LocalReplica.open(parts);
        read.clear();
        box.clear();
        opened.follow(
                new ContentListener() {
                    @Override
                    public void admitted(ContentOp op) {
                        read.put(op.circle() + " " + new String(op.body(), UTF_8), op);
                    }

                    @Override
                    public void changed() {
                        // Not of interest.
                    }
                });
        opened.followAuthorless(this::judge, this::cast);
        return opened;
    }

    /// What begins with a question mark can never be admitted; what is listed is.
    private Verdict judge(String circle, byte[] content) {
        String text = new String(content, UTF_8);
        if (text.startsWith("?") && !gullible) {
            return Verdict.REFUSED;
        }
        return listed.contains(text) ? Verdict.ADMITTED : Verdict.WAIT;
    }

    private void cast(AuthorlessObject object) {
        assertThat(box.put(object.id(), object)).as("told once").isNull();
    }

    /// What was admitted without an author.
    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        box.values().forEach(object -> texts.add(new String(object.content(), UTF_8)));
        return texts;
    }

    /// What was admitted in one circle.
    Set<String> texts(String circle) {
        Set<String> texts = new TreeSet<>();
        box.values().stream()
                .filter(object -> object.circle().equals(circle))
                .forEach(object -> texts.add(new String(object.content(), UTF_8)));
        return texts;
    }

    /// Lists content from now on.
    void list(String... texts) {
        listed.addAll(List.of(texts));
        replica.regate();
    }

    OpId appendAuthorless(String circle, String text) throws AppendRefused {
        return replica.appendAuthorless(circle, text.getBytes(UTF_8));
    }

    void append(String circle, String text) throws AppendRefused {
        replica.append(circle, text.getBytes(UTF_8));
    }

    /// All ops that are held of a circle, in the order of reconciliation.
    List<byte[]> ops(String circle) throws StoreException {
        List<byte[]> ops = new ArrayList<>();
        Optional<Circle> found = replica.log().circle(circle);
        if (found.isPresent()) {
            for (int i = 0; i < found.get().inventory().size(); i++) {
                ops.add(
                        replica.log()
                                .wire(found.get().tag(), found.get().inventory().at(i))
                                .orElseThrow());
            }
        }
        return ops;
    }

    /// Gives another laptop some of our ops, in any order, some of them twice.
    void give(Laptop other, String circle, double share, Random random) throws StoreException {
        List<byte[]> some = new ArrayList<>();
        for (byte[] op : ops(circle)) {
            if (random.nextDouble() < share) {
                some.add(op);
            }
            if (random.nextInt(20) == 0) {
                some.add(op);
            }
        }
        Collections.shuffle(some, random);
        other.take(circle, some);
    }

    List<Receipt> take(String circle, List<byte[]> ops) throws StoreException {
        return takeFrom("somebody", circle, ops);
    }

    List<Receipt> takeFrom(String by, String circle, List<byte[]> ops) throws StoreException {
        Optional<Circle> found = replica.log().circle(circle);
        return found.isEmpty() ? List.of() : replica.receive(found.get().tag(), ops, by);
    }
}
