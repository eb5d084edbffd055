// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.merkle.MerklePath;
import org.rankfile.crypto.Hash;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a registrar tells one member, and auditors, about that member's entry: enough to check it.
/// Says who is in the roster, so it travels sealed. Immutable.
public final class LeafOpening {
    private static final int MOST_HASHES = MerklePath.length(0, Limits.CREDENTIALS);
    private static final Set<String> FIELDS =
            Set.of("member", "salt", "enrolment", "index", "size", "path");

    private final Entry entry;
    private final MerklePath path;

    LeafOpening(Entry entry, MerklePath path) {
        this.entry = entry;
        this.path = path;
    }

    /// What a member finds.
    public enum Finding {
        /// Enrolled with the enrolment of this device, and its credential is listed.
        ENROLLED,
        /// Not enrolled. Who sent an enrolment has that as evidence.
        NOT_ENROLLED,
        /// Enrolled with an enrolment that this device did not make: another device of the member
        /// did, or whoever has its key, or there is none, and the registrars cannot show it.
        ENROLLED_OTHERWISE,
        /// Not what the registrars signed: of another member or version, or forged; or their list
        /// lacks the credential.
        WRONG
    }

    /// Checks a member's own entry.
    ///
    /// @param statement that holds
    /// @param list of credentials that was published with it
    /// @param member who is asking
    /// @param mine the enrolment that the member's device made last; missing where it made none
    public Finding check(
            RollStatement statement, CredentialList list, Hash member, Optional<Enrolment> mine) {
        if (!entry.member().equals(member)
                || !isUnder(statement)
                || statement.flaw(list).isPresent()
                || mine.stream().anyMatch(each -> !isOf(each, statement.uuid(), member))) {
            return Finding.WRONG;
        }
        if (entry.enrolment().isEmpty()) {
            return Finding.NOT_ENROLLED;
        }
        if (!entry.enrolment().equals(mine.map(Enrolment::hash))) {
            return Finding.ENROLLED_OTHERWISE;
        }
        boolean listed = mine.stream().allMatch(each -> list.weight(each.credential()) == 1);
        return listed ? Finding.ENROLLED : Finding.WRONG;
    }

    private static boolean isOf(Enrolment enrolment, String uuid, Hash member) {
        return enrolment.uuid().equals(uuid) && enrolment.member().equals(member);
    }

    /// Whether the entry is in the tree that the statement is of.
    boolean isUnder(RollStatement statement) {
        return path.size() == statement.entitled()
                && path.leads(entry.leaf().bytes(), statement.root());
    }

    /// Whose entry it is.
    public Hash member() {
        return entry.member();
    }

    /// The hash of the enrolment that stands; missing for a member who is not enrolled.
    public Optional<Hash> enrolment() {
        return entry.enrolment();
    }

    /// The place in the tree, from 0. Says nothing of the member: salts decide it.
    public int index() {
        return path.index();
    }

    /// Reads an opening.
    ///
    /// @throws Malformed with the place
    public static LeafOpening read(byte[] bytes) throws Malformed {
        JsonValue json = RollJson.read(bytes).only(FIELDS);
        Optional<JsonValue> enrolment = json.optional("enrolment");
        Entry entry =
                new Entry(
                        json.field("salt").hash(),
                        json.field("member").hash(),
                        enrolment.isEmpty()
                                ? Optional.empty()
                                : Optional.of(enrolment.get().hash()));
        LeafOpening opening = new LeafOpening(entry, path(json));
        return CanonicalJson.inOneForm(opening, LeafOpening::bytes, bytes);
    }

    private static MerklePath path(JsonValue json) throws Malformed {
        int size = json.field("size").number(1, Limits.CREDENTIALS);
        int index = json.field("index").number(0, size - 1);
        List<Hash> hashes = json.field("path").list(MOST_HASHES, JsonValue::hash);
        if (hashes.size() != MerklePath.length(index, size)) {
            throw json.field("path").wrong("not the length of a path there");
        }
        return new MerklePath(index, size, hashes);
    }

    /// The exact bytes.
    public byte[] bytes() {
        ObjectNode json = CanonicalJson.object();
        json.put("member", entry.member().hex()).put("salt", entry.salt().hex());
        entry.enrolment().ifPresent(hash -> json.put("enrolment", hash.hex()));
        json.put("index", path.index()).put("size", path.size());
        ArrayNode array = json.putArray("path");
        path.siblings().forEach(hash -> array.add(hash.hex()));
        return CanonicalJson.bytes(json);
    }
}
