// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;

/// A local as most tests need it: Ana founded it, admitted Ben (manager) and Cleo (member), and
/// minted an epoch for the three.
final class Village {
    final SeededRandom random;
    final Ledger hall;
    final Device ana;
    final Device ben;
    final Device cleo;
    final SealedOp genesis;
    final SealedOp addBen;
    final SealedOp benDevice;
    final SealedOp addCleo;
    final SealedOp cleoDevice;
    final SealedOp mint;

    Village(long seed) {
        random = new SeededRandom(seed);
        hall = new Ledger(random);
        ana = Ledger.device(random);
        ben = Ledger.device(random);
        cleo = Ledger.device(random);
        ObjectNode body = Ledger.person("Ana", Role.MANAGER);
        DeviceCertificate.put(body, ana.keys());
        genesis = hall.genesis(ana, body);
        addBen = anas(genesis.id(), OpType.ADD, Ledger.person("Ben", Role.MANAGER));
        benDevice = anas(addBen.id(), OpType.DEVICE_ADD, Ledger.certificate(addBen.id(), ben));
        addCleo = anas(benDevice.id(), OpType.ADD, Ledger.person("Cleo", Role.MEMBER));
        cleoDevice = anas(addCleo.id(), OpType.DEVICE_ADD, Ledger.certificate(addCleo.id(), cleo));
        Draft draft = Draft.authority(cleoDevice.id(), OpId.NONE, OpType.MINT);
        mint = hall.mint(ana, draft, Cbor.map(), List.of(ana, ben, cleo), List.of(genesis.id()));
    }

    private SealedOp anas(OpId after, int type, ObjectNode body) {
        return hall.write(ana, Draft.authority(after, genesis.id(), type), body);
    }

    /// All of it, in a causal order.
    List<SealedOp> ops() {
        return new ArrayList<>(List.of(genesis, addBen, benDevice, addCleo, cleoDevice, mint));
    }

    /// A device's view of the hall alone.
    Reader reader(Device device) {
        return new Reader(device, hall.circle(), OpId.NONE);
    }

    /// A device that has read all of it.
    Reader informed(Device device) {
        Reader reader = reader(device);
        ops().forEach(reader::takeHall);
        return reader;
    }
}
