// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;

import java.util.Optional;
import java.util.Set;

/// What everybody may know of a roll: who may vote as credentials, how many that are, and one hash
/// that stands for every member's entry. Names nobody.
///
/// @param uuid the election's
/// @param version from 0; a later one takes the place of an earlier one
/// @param credentials SHA-256 of the list of credentials, as in the archive
/// @param root of the tree with one leaf for each member of the roster
/// @param entitled how many members the roster has
/// @param enrolled how many of them are enrolled, and credentials listed
public record RollStatement(
        String uuid, int version, Hash credentials, Hash root, int entitled, int enrolled) {
    private static final Label SIGNED = new Label("rankfile/roll/1");
    private static final Set<String> FIELDS =
            Set.of("uuid", "version", "credentials", "root", "entitled", "enrolled");

    /// @throws IllegalArgumentException for numbers that no roll has
    public RollStatement {
        if (version < 0 || version >= Limits.ROLL_VERSIONS) {
            throw new IllegalArgumentException("not a version from 0");
        }
        if (entitled < 0 || entitled > Limits.CREDENTIALS) {
            throw new IllegalArgumentException("not a number of members");
        }
        if (enrolled < 0 || enrolled > entitled) {
            throw new IllegalArgumentException("no more members enrol than there are");
        }
    }

    /// Reads a statement.
    ///
    /// @throws Malformed with the place
    public static RollStatement read(byte[] bytes) throws Malformed {
        return CanonicalJson.inOneForm(of(RollJson.read(bytes)), RollStatement::bytes, bytes);
    }

    static RollStatement of(JsonValue json) throws Malformed {
        json.only(FIELDS);
        int entitled = json.field("entitled").number(0, Limits.CREDENTIALS);
        return new RollStatement(
                RollJson.uuid(json.field("uuid")),
                json.field("version").number(0, Limits.ROLL_VERSIONS - 1),
                json.field("credentials").hash(),
                json.field("root").hash(),
                entitled,
                json.field("enrolled").number(0, entitled));
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.put("uuid", uuid).put("version", version);
        json.put("credentials", credentials.hex()).put("root", root.hex());
        return json.put("entitled", entitled).put("enrolled", enrolled);
    }

    /// The exact bytes.
    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    /// What is wrong with a list, if this statement is of it.
    public Optional<String> flaw(CredentialList list) {
        if (!Hash.sha256Plain(list.bytes()).equals(credentials)) {
            return Optional.of("credentials: another list than the one that was signed");
        }
        if (list.size() != enrolled) {
            return Optional.of("credentials: not as many as are enrolled");
        }
        return list.weights().values().stream().allMatch(weight -> weight == 1)
                ? Optional.empty()
                : Optional.of("credentials: one with another weight than 1");
    }

    /// Says as a registrar that it is so; what was audited, see [RollAudit].
    Signature sign(SigningKey registrarKey) {
        return registrarKey.sign(SIGNED, bytes());
    }

    boolean isSignedBy(VerifyKey registrarKey, Signature signature) {
        return registrarKey.verify(SIGNED, signature, bytes());
    }
}
