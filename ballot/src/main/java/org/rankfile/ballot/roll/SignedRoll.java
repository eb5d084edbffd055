// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A statement about a roll, and which registrars signed it.
///
/// @param signatures by the number of the registrar, from 0
public record SignedRoll(RollStatement statement, SortedMap<Integer, Signature> signatures) {
    private static final Set<String> FIELDS = Set.of("statement", "signatures");
    private static final Set<String> SIGNATURE = Set.of("registrar", "signature");

    /// So many different registrars have to sign, where there are as many.
    private static final int ENOUGH = 2;

    public SignedRoll {
        signatures = Collections.unmodifiableSortedMap(new TreeMap<>(signatures));
    }

    /// A statement that nobody signed yet.
    public static SignedRoll of(RollStatement statement) {
        return new SignedRoll(statement, new TreeMap<>());
    }

    /// The same with a registrar's signature. A registrar signs what they audited ([RollAudit]).
    ///
    /// @param registrar their number, from 0
    /// @throws IllegalArgumentException for a number beyond [Limits#REGISTRARS]
    public SignedRoll signed(int registrar, SigningKey key) {
        if (registrar < 0 || registrar >= Limits.REGISTRARS) {
            throw new IllegalArgumentException("not a registrar");
        }
        SortedMap<Integer, Signature> more = new TreeMap<>(signatures);
        more.put(registrar, statement.sign(key));
        return new SignedRoll(statement, more);
    }

    /// Whether two of the registrars with different keys signed it; where there is one, that one.
    /// Signatures that do not hold count for nothing.
    public boolean holds(List<VerifyKey> registrars) {
        Set<VerifyKey> signed = signers(registrars);
        return !signed.isEmpty() && signed.size() >= Math.min(ENOUGH, registrars.size());
    }

    private Set<VerifyKey> signers(List<VerifyKey> registrars) {
        Set<VerifyKey> signed = new HashSet<>();
        signatures.forEach((registrar, signature) -> {
            if (registrar >= 0
                    && registrar < registrars.size()
                    && statement.isSignedBy(registrars.get(registrar), signature)) {
                signed.add(registrars.get(registrar));
            }
        });
        return signed;
    }

    /// Which registrars signed both this and another statement of the same version of one roll,
    /// where only one can be true: the two together show that to anybody.
    ///
    /// @param registrars of the election
    public Set<VerifyKey> contradicted(SignedRoll other, List<VerifyKey> registrars) {
        boolean contrary =
                statement.uuid().equals(other.statement.uuid())
                        && statement.version() == other.statement.version()
                        && !statement.equals(other.statement);
        if (!contrary) {
            return Set.of();
        }
        Set<VerifyKey> both = signers(registrars);
        both.retainAll(other.signers(registrars));
        return both;
    }

    /// Reads a signed statement.
    ///
    /// @throws Malformed with the place
    public static SignedRoll read(byte[] bytes) throws Malformed {
        JsonValue json = RollJson.read(bytes).only(FIELDS);
        SortedMap<Integer, Signature> signatures = new TreeMap<>();
        for (JsonValue item : json.field("signatures").items(Limits.REGISTRARS)) {
            item.only(SIGNATURE);
            int registrar = item.field("registrar").number(0, Limits.REGISTRARS - 1);
            signatures.put(registrar, item.field("signature").signature());
        }
        SignedRoll roll = new SignedRoll(RollStatement.of(json.field("statement")), signatures);
        return CanonicalJson.inOneForm(roll, SignedRoll::bytes, bytes);
    }

    /// The exact bytes.
    public byte[] bytes() {
        ArrayNode array = CanonicalJson.array();
        signatures.forEach((registrar, signature) ->
                array.addObject()
                        .put("registrar", registrar)
                        .put("signature", CryptoJson.of(signature)));
        ObjectNode json = CanonicalJson.object();
        json.set("statement", statement.json());
        json.set("signatures", array);
        return CanonicalJson.bytes(json);
    }
}
