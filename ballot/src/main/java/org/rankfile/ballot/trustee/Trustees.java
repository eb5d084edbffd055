// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.trustee.Trustee.Pedersen;
import org.rankfile.ballot.trustee.Trustee.Single;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who can decrypt an election together (`trustees.json` of Belenios 1).
///
/// @param list in the order in which their members are numbered
public record Trustees(List<Trustee> list) {
    public Trustees {
        list = List.copyOf(list);
    }

    /// The election's key: the product of theirs.
    public Element key(Group group) {
        return list.stream().map(each -> each.key(group)).reduce(group.one(), group::times);
    }

    /// The public keys of all members. The first has number 1.
    public List<DecryptionKey> members() {
        return list.stream().flatMap(each -> each.members().stream()).toList();
    }

    /// What is wrong; empty where everything that they proved holds.
    public Optional<String> flaw(Group group) {
        if (list.isEmpty() || members().size() > Limits.TRUSTEES) {
            return Optional.of("no trustee, or too many");
        }
        for (int i = 0; i < list.size(); i++) {
            Optional<String> flaw = list.get(i).flaw(group);
            if (flaw.isPresent()) {
                return flaw.map(("[" + i + "].")::concat);
            }
        }
        return Optional.empty();
    }

    /// As Belenios 3 writes it, which version 2 reads as well.
    public byte[] bytes() {
        ArrayNode array = CanonicalJson.array();
        for (Trustee trustee : list) {
            ArrayNode tagged = array.addArray();
            switch (trustee) {
                case Single single -> tagged.add("Single").add(single.member().json());
                case Pedersen pedersen -> tagged.add("Pedersen").add(json(pedersen));
            }
        }
        return CanonicalJson.bytes(array);
    }

    private static ObjectNode json(Pedersen pedersen) {
        ObjectNode json = CanonicalJson.object().put("threshold", pedersen.threshold());
        ArrayNode certificates = json.putArray("certs");
        pedersen.certificates().forEach(each -> certificates.add(each.signed().json()));
        ArrayNode commitments = json.putArray("coefexps");
        pedersen.commitments().forEach(each -> commitments.add(each.signed().json()));
        if (!pedersen.agreements().isEmpty()) {
            json.set("signatures", CryptoJson.of(pedersen.agreements()));
        }
        ArrayNode members = json.putArray("verification_keys");
        pedersen.members().forEach(each -> members.add(each.json()));
        return json;
    }

    /// Reads trustees, of any version of Belenios 1.
    ///
    /// @throws Malformed with the place
    public static Trustees read(byte[] bytes) throws Malformed {
        List<Trustee> list = new ArrayList<>();
        for (JsonValue tagged : CanonicalJson.read(bytes).items(Limits.TRUSTEES)) {
            List<JsonValue> parts = tagged.items(2);
            if (parts.size() != 2) {
                throw tagged.wrong("not a kind and a trustee");
            }
            list.add(
                    switch (parts.getFirst().text()) {
                        case "Single" -> new Single(DecryptionKey.read(parts.getLast()));
                        case "Pedersen" -> pedersen(parts.getLast());
                        default -> throw tagged.wrong("an unknown kind of trustee");
                    });
        }
        return new Trustees(list);
    }

    private static Pedersen pedersen(JsonValue json) throws Malformed {
        int most = Limits.TRUSTEES;
        Optional<JsonValue> agreements = json.optional("signatures");
        return new Pedersen(
                json.field("threshold").number(1, most),
                json.field("certs").list(most, each -> Certificate.of(Signed.read(each))),
                json.field("coefexps").list(most, each -> Commitments.of(Signed.read(each))),
                agreements.isEmpty() ? List.of() : agreements.get().list(most, CryptoJson::proof),
                json.field("verification_keys").list(most, DecryptionKey::read));
    }
}
