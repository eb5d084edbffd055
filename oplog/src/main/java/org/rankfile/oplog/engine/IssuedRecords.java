// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.InvitationText;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.join.Issued;
import org.rankfile.store.ReadTxn;
import org.rankfile.store.StoreException;
import org.rankfile.store.WriteTxn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The invitations made here, as records of the store.
final class IssuedRecords {
    private static final String TABLE = "invitations";

    private IssuedRecords() {}

    static void put(WriteTxn txn, Issued issued) throws StoreException {
        ObjectNode map = Cbor.map();
        map.put("text", issued.invitation().text());
        map.put("role", issued.role());
        map.put("auto", issued.autoApprove());
        map.put("state", issued.state().name());
        issued.claimant().ifPresent(keys -> map.put("claimant", keys.bytes()));
        byte[] key = issued.invitation().id().getBytes(StandardCharsets.US_ASCII);
        txn.put(TABLE, key, Cbor.write(map));
    }

    /// All of them, the first to expire first.
    static List<Issued> all(ReadTxn txn) throws StoreException {
        List<Issued> all = new ArrayList<>();
        txn.each(TABLE, (key, value) -> read(value).ifPresent(all::add));
        all.sort(Comparator.comparing(issued -> issued.invitation().expires()));
        return all;
    }

    private static Optional<Issued> read(byte[] bytes) {
        Optional<ObjectNode> map = Cbor.read(bytes);
        Optional<String> text = map.flatMap(m -> Cbor.text(m, "text", InvitationText.TEXT_CHARS));
        if (map.isEmpty()
                || text.isEmpty()
                || !(InvitationText.read(text.get()) instanceof InvitationText.Good good)) {
            return Optional.empty();
        }
        return Optional.of(
                new Issued(
                        good.invitation(),
                        map.get().path("role").asText(),
                        map.get().path("auto").asBoolean(),
                        Issued.State.valueOf(map.get().path("state").asText()),
                        Cbor.hash(map.get(), "claimant")));
    }
}
