// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent.Decrypted;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveEvent.Tallied;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;

import java.util.Arrays;
import java.util.List;

/// The records that name other records: what binds the data of an event together.
final class Payloads {
    private Payloads() {}

    private static String hex(byte[] record) {
        return Hash.sha256Plain(record).hex();
    }

    static byte[] setup(Setup setup) {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("election", hex(setup.election()))
                        .put("trustees", hex(setup.trustees()))
                        .put("credentials", hex(setup.credentials())));
    }

    static Setup setup(List<byte[]> records) throws Malformed {
        Setup setup = new Setup(records.get(0), records.get(1), records.get(2));
        JsonValue payload = CanonicalJson.read(records.get(3));
        names(payload.field("election"), setup.election());
        names(payload.field("trustees"), setup.trustees());
        names(payload.field("credentials"), setup.credentials());
        return only(setup, records.get(3));
    }

    static byte[] tallied(Tallied tallied) {
        ObjectNode json = CanonicalJson.object().put("num_tallied", tallied.counted());
        json.set("total_weight", CanonicalJson.number(tallied.weight()));
        return CanonicalJson.bytes(json.put("encrypted_tally", hex(tallied.tally())));
    }

    static Tallied tallied(List<byte[]> records) throws Malformed {
        JsonValue payload = CanonicalJson.read(records.get(1));
        names(payload.field("encrypted_tally"), records.get(0));
        long counted = payload.field("num_tallied").number(0, Limits.ARCHIVE_EVENTS);
        long weight = payload.field("total_weight").count();
        return only(new Tallied(records.get(0), counted, weight), records.get(1));
    }

    static byte[] decrypted(Decrypted decrypted) {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("owner", decrypted.owner())
                        .put("payload", hex(decrypted.part())));
    }

    static Decrypted decrypted(List<byte[]> records) throws Malformed {
        JsonValue payload = CanonicalJson.read(records.get(1));
        names(payload.field("payload"), records.get(0));
        int owner = payload.field("owner").number(1, Limits.TRUSTEES);
        return only(new Decrypted(owner, records.get(0)), records.get(1));
    }

    private static void names(JsonValue field, byte[] record) throws Malformed {
        if (!field.hash().equals(Hash.sha256Plain(record))) {
            throw field.wrong("not the hash of the record that belongs there");
        }
    }

    /// The event, if its payload has nothing else in it and is in canonical form.
    private static <T extends ArchiveEvent> T only(T event, byte[] payload) throws Malformed {
        if (!Arrays.equals(event.records().getLast(), payload)) {
            throw new Malformed("", "more in the payload than belongs there, or not canonical");
        }
        return event;
    }
}
