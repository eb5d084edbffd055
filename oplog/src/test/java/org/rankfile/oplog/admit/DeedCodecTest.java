// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DeedCodecTest {
    private final Village village = new Village(9);
    private final PersonId person = new PersonId(Hash.of(village.random.bytes(Hash.BYTES)));
    private final DeviceId device = new DeviceId(Hash.of(village.random.bytes(Hash.BYTES)));

    private List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        for (Role role : Role.values()) {
            deeds.add(new Deed.Assign(person, role));
            deeds.add(new Deed.Endorse(new Deed.Matter(person, Optional.of(role)), true));
        }
        deeds.add(new Deed.Endorse(new Deed.Matter(person, Optional.empty()), false));
        deeds.add(new Deed.Suspend(person));
        deeds.add(new Deed.Reinstate(new OpId(person.hash())));
        deeds.add(new Deed.Remove(person));
        deeds.add(new Deed.Revoke(person, device));
        return deeds;
    }

    private OpenedOp op(int type, byte[] body) {
        Draft draft = Draft.authority(village.mint.id(), village.mint.id(), type);
        SealedOp sealed = village.hall.write(village.ana, draft, Cbor.map());
        return new OpenedOp(sealed, village.hall.header(village.ana, draft), body);
    }

    @Test
    @DisplayName("MEM-11: what is written of people is read again")
    void deedsAreReadAsTheyAreWritten() {
        for (Deed deed : deeds()) {
            OpenedOp op = op(DeedCodec.type(deed), DeedCodec.body(deed));
            assertThat(DeedCodec.read(op)).contains(deed);
        }
    }

    @Test
    @DisplayName("MEM-11: a body that says nothing that can be done is no deed")
    void otherBodiesAreNone() {
        ObjectNode none = Cbor.map();
        ObjectNode role = Cbor.map();
        role.put("person", person.hash().bytes());
        role.put("role", 9);
        ObjectNode wanted = Cbor.map();
        wanted.put("person", person.hash().bytes());
        wanted.put("role", 0);
        wanted.put("wanted", 2);
        for (int type = OpType.ROLE; type <= OpType.ENDORSE; type++) {
            assertThat(DeedCodec.read(op(type, Cbor.write(none)))).isEmpty();
            assertThat(DeedCodec.read(op(type, new byte[] {1, 2, 3}))).isEmpty();
        }
        assertThat(DeedCodec.read(op(OpType.ROLE, Cbor.write(role)))).isEmpty();
        assertThat(DeedCodec.read(op(OpType.ENDORSE, Cbor.write(wanted)))).isEmpty();
        assertThat(DeedCodec.read(op(4000, Cbor.write(none)))).contains(new Deed.Other());
    }

    @Test
    @DisplayName("MEM-11: any bytes are a deed or none")
    void anyBytesAreADeedOrNone() {
        List<Deed> deeds = deeds();
        Gen.forSeeds(
                1,
                3_000,
                seed -> {
                    SeededRandom random = new SeededRandom(seed);
                    Deed deed = Gen.pick(random, deeds);
                    byte[] body = Gen.mutate(random, DeedCodec.body(deed));
                    assertThat(DeedCodec.read(op(DeedCodec.type(deed), body))).isNotNull();
                });
    }

    @Test
    void whatBringsSomethingNewIsNotWrittenHere() {
        for (Deed deed : List.of(new Deed.Add(Role.MEMBER), new Deed.Other())) {
            assertThatThrownBy(() -> DeedCodec.body(deed))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
