// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.Base64;
import java.util.List;
import java.util.Set;

class AudienceTest {
    private static DeviceId device(int first) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[0] = (byte) first;
        return new DeviceId(Hash.of(bytes));
    }

    @Test
    @DisplayName("KEY-6: the devices a mint is for, ascending")
    void audiencesSurvive() {
        ObjectNode body = Cbor.map();
        Audience.put(body, List.of(device(9), device(1)));
        assertThat(Audience.of(Cbor.write(body))).isEqualTo(Set.of(device(1), device(9)));
    }

    @Test
    @DisplayName("KEY-6: a list in any other form is nobody's, so that nobody writes under it")
    void otherFormsAreNobody() {
        assertThat(Audience.of(new byte[] {1})).isEmpty();
        assertThat(Audience.of(Cbor.write(Cbor.map()))).isEmpty();
        byte[] one = device(1).hash().bytes();
        byte[] two = device(2).hash().bytes();
        assertThat(Audience.of(with(two, one))).isEmpty();
        assertThat(Audience.of(with(one, one))).isEmpty();
        assertThat(Audience.of(with(one, new byte[31]))).isEmpty();
        ObjectNode text = Cbor.map();
        text.putArray("devices").add(Base64.getEncoder().encodeToString(one));
        assertThat(Audience.of(Cbor.write(text))).isEmpty();
    }

    private static byte[] with(byte[]... devices) {
        ObjectNode body = Cbor.map();
        ArrayNode list = body.putArray("devices");
        for (byte[] device : devices) {
            list.add(device);
        }
        return Cbor.write(body);
    }

    @Test
    @DisplayName(
            "KEY-7, KEY-9: whoever was admitted is in the next epoch and reads what came before")
    void newcomersReadThePast() throws StoreException, AppendRefused {
        SeededRandom random = new SeededRandom(21);
        Laptop ana = Laptop.founder(random, ManualTime.atTestMorning());
        ana.append("committee", "before");
        Laptop ben = Laptop.admitted(ana, "Ben", Role.STEWARD, random);
        long mints = mints(ana, "committee");
        ana.append("committee", "after");
        ana.append("committee", "and again");
        assertThat(mints(ana, "committee")).isEqualTo(mints).isEqualTo(2);
        ben.take("hall", ana.ops("hall"));
        ben.take("committee", ana.ops("committee"));
        assertThat(ben.read.keySet())
                .contains("committee before", "committee after", "committee and again");
    }

    private static long mints(Laptop laptop, String circle) throws StoreException {
        return laptop.ops(circle).stream()
                .flatMap(wire -> SealedOp.parse(wire).stream())
                .filter(op -> op.mintParts().isPresent())
                .count();
    }

    @Test
    @DisplayName("MEM-2: nobody is let in as a keeper yet: they would get the hall's keys")
    void keepersAreNotLetIn() throws StoreException {
        SeededRandom random = new SeededRandom(22);
        Laptop ana = Laptop.founder(random, ManualTime.atTestMorning());
        assertThatThrownBy(() -> Laptop.admitted(ana, "Attic", Role.KEEPER, random))
                .isInstanceOf(AppendRefused.class)
                .hasMessage("NOT_ALLOWED");
        assertThat(ana.replica().members("hall")).hasSize(1);
    }
}
