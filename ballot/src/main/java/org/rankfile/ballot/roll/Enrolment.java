// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.VerifyKey;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// That a member votes in an election with a credential which their own device made. Says who the
/// credential belongs to, so it travels sealed to the registrars. Immutable.
public final class Enrolment {
    private static final String PROVED = "rankfile/enrol/1|";
    private static final Label SIGNED = new Label("rankfile/enrolment/1");
    private static final Label HASHED = new Label("rankfile/enrolment-hash/1");
    private static final Set<String> FIELDS =
            Set.of("uuid", "member", "number", "credential", "proof", "signature");

    /// Of the enrolments of one member the last stands before those that it replaces; of two with
    /// one number, which an honest device never makes, the one with the smaller hash.
    static final Comparator<Enrolment> LATEST_FIRST =
            Comparator.comparingInt((Enrolment each) -> each.place.number())
                    .reversed()
                    .thenComparing(Enrolment::hash);

    private final Place place;
    private final Element credential;
    private final Proof proof;
    private final Signature signature;

    private Enrolment(Place place, Element credential, Proof proof, Signature signature) {
        this.place = place;
        this.credential = credential;
        this.proof = proof;
        this.signature = signature;
    }

    /// Who enrols where.
    ///
    /// @param uuid of the election, 14 to 64 characters of Base58
    /// @param member the member's id in the roster
    /// @param number how many enrolments of that member this one replaces, from 0 to one less than
    ///   [Limits#ENROLMENTS]
    public record Place(String uuid, Hash member, int number) {
        /// @throws IllegalArgumentException for another form
        public Place {
            if (!Election.isUuid(uuid)) {
                throw new IllegalArgumentException("a uuid has 14 to 64 characters of Base58");
            }
            if (number < 0 || number >= Limits.ENROLMENTS) {
                throw new IllegalArgumentException("not the number of an enrolment");
            }
        }

        /// Nothing of the member.
        @Override
        public String toString() {
            return "Place";
        }
    }

    /// Enrols.
    ///
    /// @param key who signs with the member's identity key
    public static Enrolment sign(
            Group group, Place place, Credential credential, Signer key, RandomGenerator random) {
        Proof proof = credential.prove(group, prefix(place, credential.key()), random);
        byte[] statement = CanonicalJson.bytes(statement(place, credential.key(), proof));
        return new Enrolment(place, credential.key(), proof, key.sign(SIGNED, statement));
    }

    private static String prefix(Place place, Element credential) {
        return PROVED + place.uuid() + "|" + place.member().hex() + "|" + credential + "|";
    }

    private static ObjectNode statement(Place place, Element credential, Proof proof) {
        ObjectNode json = CanonicalJson.object();
        json.put("uuid", place.uuid());
        json.put("member", place.member().hex());
        json.put("number", place.number());
        json.put("credential", credential.toString());
        json.set("proof", CryptoJson.of(proof));
        return json;
    }

    /// Reads an enrolment. Whether it is true is for [#flaw] to say.
    ///
    /// @throws Malformed with the place
    public static Enrolment read(byte[] bytes) throws Malformed {
        JsonValue json = RollJson.read(bytes).only(FIELDS);
        Place place =
                new Place(
                        RollJson.uuid(json.field("uuid")),
                        json.field("member").hash(),
                        json.field("number").number(0, Limits.ENROLMENTS - 1));
        Enrolment enrolment =
                new Enrolment(
                        place,
                        json.field("credential").element(),
                        CryptoJson.proof(json.field("proof")),
                        json.field("signature").signature());
        return CanonicalJson.inOneForm(enrolment, Enrolment::bytes, bytes);
    }

    /// What is wrong with it: the member's key did not sign it, or the credential is none that the
    /// member knows the secret of. Three powers.
    ///
    /// @param key the member's identity key, as the roster has it
    public Optional<String> flaw(Group group, VerifyKey key) {
        byte[] statement = CanonicalJson.bytes(statement(place, credential, proof));
        if (!key.verify(SIGNED, signature, statement)) {
            return Optional.of("signature: not by the member's key in the roster");
        }
        if (credential.equals(group.one()) || !group.contains(credential)) {
            return Optional.of("credential: not of the group");
        }
        return Knowledge.verify(group, prefix(place, credential), credential, proof)
                ? Optional.empty()
                : Optional.of("proof: does not show that the member knows the secret");
    }

    /// The exact bytes.
    public byte[] bytes() {
        ObjectNode json = statement(place, credential, proof);
        json.put("signature", CryptoJson.of(signature));
        return CanonicalJson.bytes(json);
    }

    /// What the member's leaf in the roll names it by.
    public Hash hash() {
        return Hash.sha256(HASHED, bytes());
    }

    /// The election's uuid.
    public String uuid() {
        return place.uuid();
    }

    /// Who enrols.
    public Hash member() {
        return place.member();
    }

    /// How many enrolments of the member it replaces.
    public int number() {
        return place.number();
    }

    /// The public credential.
    public Element credential() {
        return credential;
    }
}
