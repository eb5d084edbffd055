// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.ReplicaStatus.CircleStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Kind;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Content without an author, from one disk to another.
class AuthorlessTest {
    private final SeededRandom random = new SeededRandom(41);
    private final Laptop ana = founder();

    private Laptop founder() {
        try {
            return Laptop.founder(random, ManualTime.atTestMorning());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static CircleStatus hall(Laptop laptop) {
        return laptop.replica().status().circles().getFirst();
    }

    @Test
    @DisplayName("OP-20, OP-24: what was appended is durable, and told once in each run")
    void whatWasAppendedIsTold() throws StoreException, AppendRefused {
        ana.list("vote");
        OpId id = ana.appendAuthorless("hall", "vote");
        assertThat(ana.box).containsOnlyKeys(id);
        ana.restart();
        assertThat(ana.box).containsOnlyKeys(id);
        ana.replica().regate();
        assertThat(ana.texts()).containsExactly("vote");
    }

    @Test
    @DisplayName("OP-21: it is sealed to exactly the members, with a mint before it if need be")
    void anEpochIsMintedFirst() throws AppendRefused {
        ana.store.failAfter(1);
        assertThatThrownBy(() -> Laptop.admitted(ana, "Ben", Role.MEMBER, random))
                .as("Ben is admitted, and the mint for him fails")
                .hasMessage("DISK_FULL");
        ana.store.mend();
        ana.replica().changed();
        int before = hall(ana).ops();
        ana.appendAuthorless("hall", "one");
        assertThat(hall(ana).ops()).isEqualTo(before + 2);
        ana.appendAuthorless("hall", "two");
        assertThat(hall(ana).ops()).isEqualTo(before + 3);
    }

    @Test
    @DisplayName("OP-23: whoever comes later reads it through the links of the next mint")
    void aNewcomerReadsWhatWasSealedBefore() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        ben.take("hall", ana.ops("hall"));
        Laptop cleo = Laptop.admitted(ana, "Cleo", Role.MEMBER, random);
        cleo.list("vote");
        ben.appendAuthorless("hall", "vote");
        cleo.take("hall", ben.ops("hall"));
        assertThat(cleo.box).isEmpty();
        assertThat(hall(cleo).penned()).isZero();
        cleo.take("hall", ana.ops("hall"));
        assertThat(cleo.texts()).containsExactly("vote");
    }

    @Test
    @DisplayName("OP-24: what waits is kept over a restart, passed on, and admitted once listed")
    void whatWaitsIsKeptAndPassedOn() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        Laptop cleo = Laptop.admitted(ana, "Cleo", Role.MEMBER, random);
        ana.appendAuthorless("hall", "vote");
        ben.take("hall", ana.ops("hall"));
        assertThat(hall(ben).penned()).isEqualTo(1);
        ben.restart();
        assertThat(hall(ben).penned()).isEqualTo(1);
        assertThat(ben.box).isEmpty();
        cleo.list("vote");
        cleo.take("hall", ben.ops("hall"));
        assertThat(cleo.texts()).containsExactly("vote");
        ben.list("vote");
        assertThat(ben.texts()).containsExactly("vote");
        assertThat(hall(ben).penned()).isZero();
        assertThat(hall(ben).fingerprint()).isEqualTo(hall(cleo).fingerprint());
    }

    @Test
    @DisplayName("OP-16, OP-24: what the gate refuses is not appended, and kept where it came from")
    void whatTheGateRefuses() throws StoreException, AppendRefused {
        assertThatThrownBy(() -> ana.appendAuthorless("hall", "? wrong"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hall(ana).ops()).isEqualTo(1);
        Laptop careless = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        careless.take("hall", ana.ops("hall"));
        careless.gullible = true;
        careless.appendAuthorless("hall", "? wrong");
        ana.take("hall", careless.ops("hall"));
        assertThat(hall(ana).refused()).isEqualTo(1);
        ana.restart();
        assertThat(hall(ana).refused()).isEqualTo(1);
        assertThat(ana.box).isEmpty();
        assertThat(ana.replica().verify().problems()).isEmpty();
    }

    @Test
    @DisplayName("OP-18: an object has its limits, and needs a circle that we are in")
    void appendingHasItsLimits() {
        byte[] large = new byte[Limits.BODY_BYTES + 1];
        assertThatThrownBy(() -> ana.replica().appendAuthorless("hall", large))
                .hasMessage("TOO_LARGE");
        assertThatThrownBy(() -> ana.appendAuthorless("tellers", "vote"))
                .hasMessage("NOT_A_MEMBER");
        ana.store.failAfter(0);
        assertThatThrownBy(() -> ana.appendAuthorless("hall", "vote")).hasMessage("DISK_FULL");
        assertThat(ana.box).isEmpty();
        assertThat(hall(ana).penned()).isZero();
    }

    @Test
    @DisplayName("OP-26: neither row nor clock says which device sealed an object")
    void nothingSaysWhoSealedIt() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        ana.append("hall", "before");
        ben.take("hall", ana.ops("hall"));
        ana.appendAuthorless("hall", "vote");
        ana.append("hall", "after");
        ben.take("hall", ana.ops("hall"));
        assertThat(rows(ana)).isEqualTo(rows(ben)).containsExactly((byte) 2);
        assertThat(time("after").counter()).isEqualTo(time("before").counter() + 1);
    }

    private Hlc time(String text) {
        return Optional.ofNullable(ana.read.get("hall " + text)).orElseThrow().time();
    }

    /// The flags of the rows without an author.
    private static Set<Byte> rows(Laptop laptop) throws StoreException {
        Set<Byte> flags = new HashSet<>();
        laptop.store.read(txn -> {
            txn.scan(
                    0,
                    (pos, head) -> {
                        if (head[3] == 2) {
                            flags.add(head[0]);
                        }
                    });
            return flags;
        });
        return flags;
    }

    @Test
    @DisplayName("OP-12: verify counts objects and finds one that does not open any more")
    void verifyChecksObjects() throws StoreException, AppendRefused {
        long before = ana.replica().verify().ops();
        ana.appendAuthorless("hall", "vote");
        assertThat(ana.replica().verify().ops()).isEqualTo(before + 1);
        assertThat(ana.replica().verify().problems()).isEmpty();
        byte[] object =
                ana.ops("hall").stream()
                        .filter(op -> SealedOp.parse(op).orElseThrow().kind() == Kind.AUTHORLESS)
                        .findFirst()
                        .orElseThrow();
        object[22] ^= 1;
        SealedOp moved = SealedOp.parse(object).orElseThrow();
        ana.store.write(txn -> new Row(moved, false, true).append(txn));
        assertThat(ana.replica().verify().problems()).hasSize(1);
    }
}
