// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.ballot.proof.SameExponent;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.ballot.trustee.Trustee.Pedersen;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// One trustee's part in making a key of which some shares are enough (specification of Belenios 1,
/// "Threshold decryption support"): a certificate; a contribution, promised before it is shown; and
/// a share of the key. Pure but for the randomness; every step checks what all others gave.
public final class Participant {
    private final TrusteeKeys keys;
    private final Group group;
    private final Place place;
    private final RandomGenerator random;

    /// @param place where this trustee stands
    /// @param random has to be of a kind fit for secrets
    public Participant(TrusteeKeys keys, Place place, RandomGenerator random) {
        this.keys = keys;
        group = keys.group();
        this.place = place;
        this.random = random;
    }

    /// The share of the key.
    ///
    /// @param letter to themselves: the share, as belenios-tool keeps it
    /// @param secret the share
    /// @param key its public half
    public record Share(String letter, Scalar secret, DecryptionKey key) {
        private static final Set<String> FIELDS = Set.of("letter", "secret", "key");

        /// Reads a share that was kept.
        ///
        /// @throws Malformed for what is none in its one form, and for a secret that is not the
        ///   key's
        public static Share read(Group group, byte[] bytes) throws Malformed {
            JsonValue json = CanonicalJson.read(bytes, Limits.SHARE_BYTES).only(FIELDS);
            JsonValue secret = json.field("secret");
            Share share =
                    new Share(
                            json.field("letter").text(),
                            secret.scalar(),
                            DecryptionKey.read(json.field("key")));
            if (!group.contains(share.secret)
                    || !group.power(share.secret).equals(share.key.key())) {
                throw secret.wrong("not of this key");
            }
            return CanonicalJson.inOneForm(share, Share::exposeBytes, bytes);
        }

        /// The bytes with the secret, to be sealed in the trustee's vault.
        public byte[] exposeBytes() {
            ObjectNode json = CanonicalJson.object().put("letter", letter);
            json.put("secret", secret.value().toString());
            return CanonicalJson.bytes(json.set("key", key.json()));
        }
    }

    /// What everybody needs first.
    public Certificate certificate() {
        Element verification = keys.verification();
        Element encryption = keys.encryption();
        String message = Certificate.message(place, verification, encryption);
        return certified(
                Signed.by(group, keys.signing(), message, random), verification, encryption);
    }

    private Certificate certified(Signed signed, Element verification, Element encryption) {
        return new Certificate(signed, verification, encryption, Optional.of(place));
    }

    /// A new contribution. It is promised to all before it is shown to any.
    ///
    /// @param all everybody's certificates in order, this trustee's own among them
    /// @throws SetupFailed naming whose certificate does not hold
    public Contribution contribute(List<Certificate> all) throws SetupFailed {
        check(all);
        List<Scalar> polynomial = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < place.threshold(); i++) {
            Scalar coefficient = group.random(random);
            polynomial.add(coefficient);
            elements.add(group.power(coefficient));
        }
        List<String> shares = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String share = value(polynomial, i + 1).value().toString();
            shares.add(letter(all.get(i).encryption(), "secret", share));
        }
        String commitments = CanonicalJson.text(Commitments.json(elements));
        Signed signed = Signed.by(group, keys.signing(), commitments, random);
        String agreement = PedersenCheck.agreement(all, elements);
        return new Contribution(
                polynomialLetter(polynomial),
                shares,
                new Commitments(signed, elements),
                Signed.by(group, keys.signing(), agreement, random).signature());
    }

    private KeyRound check(List<Certificate> all) throws SetupFailed {
        if (all.size() != place.size()) {
            throw new IllegalArgumentException("a certificate of every trustee");
        }
        KeyRound round = new KeyRound(group, place.threshold(), all);
        for (int i = 1; i <= all.size(); i++) {
            Optional<String> flaw = round.certificateFlaw(i);
            if (flaw.isPresent()) {
                throw new SetupFailed(i, flaw.get());
            }
        }
        return round;
    }

    private Scalar value(List<Scalar> polynomial, int at) {
        Scalar result = group.scalar(0);
        for (Scalar coefficient : polynomial.reversed()) {
            result = group.plus(group.times(result, group.scalar(at)), coefficient);
        }
        return result;
    }

    private String letter(Element to, String name, String value) {
        String message = CanonicalJson.text(CanonicalJson.object().put(name, value));
        return Letter.write(keys, to, message, random);
    }

    private String polynomialLetter(List<Scalar> polynomial) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode array = json.putArray("polynomial");
        polynomial.forEach(coefficient -> array.add(coefficient.value().toString()));
        return Letter.write(keys, keys.encryption(), CanonicalJson.text(json), random);
    }

    /// This trustee's share of the key, once everybody has shown their contribution.
    ///
    /// @param all everybody's certificates in order
    /// @param promises what each promised, in order
    /// @param given what each then showed, in order
    /// @throws SetupFailed naming who broke a promise or gave a share that is not what they
    ///   committed to
    public Share share(List<Certificate> all, List<Hash> promises, List<Contribution> given)
            throws SetupFailed {
        KeyRound round = check(all);
        if (promises.size() != all.size() || given.size() != all.size()) {
            throw new IllegalArgumentException("a promise and a contribution of every trustee");
        }
        Scalar sum = group.scalar(0);
        for (int i = 0; i < all.size(); i++) {
            Contribution contribution = given.get(i);
            Optional<String> flaw = round.contributionFlaw(i + 1, promises.get(i), contribution);
            if (flaw.isPresent()) {
                throw new SetupFailed(i + 1, flaw.get());
            }
            try {
                String letter = contribution.shares().get(place.index() - 1);
                String message = Letter.read(keys, all.get(i).verification(), letter, random);
                sum = group.plus(sum, round.share(message, place.index(), contribution));
            } catch (Malformed broken) {
                throw SetupFailed.hidden(i + 1, broken, opened(contribution));
            }
        }
        DecryptionKey key = DecryptionKey.of(group, sum, random);
        Proof signature =
                Signed.by(group, keys.signing(), key.key().toString(), random).signature();
        String letter = letter(keys.encryption(), "decryption_key", sum.value().toString());
        return new Share(letter, sum, key.signed(signature));
    }

    /// Opens the letter to this trustee for everybody, and nothing else; what it holds is worth
    /// nothing by then.
    private Optional<OpenedLetter> opened(Contribution contribution) {
        String text = contribution.shares().get(place.index() - 1);
        try {
            Element alpha = Letter.parse(group, text).alpha();
            Hash letter = OpenedLetter.hash(text);
            Element power = group.blindPower(alpha, keys.decrypting(), random);
            Proof proof =
                    SameExponent.prove(
                            group, OpenedLetter.prefix(letter), alpha, keys.decrypting(), random);
            return Optional.of(new OpenedLetter(letter, power, proof));
        } catch (Malformed formless) {
            return Optional.empty();
        }
    }

    /// What goes into the election, from everybody's parts in order.
    public static Pedersen assemble(
            List<Certificate> all, List<Contribution> given, List<DecryptionKey> members) {
        int threshold = given.getFirst().commitments().elements().size();
        return new Pedersen(
                threshold,
                all,
                given.stream().map(Contribution::commitments).toList(),
                given.stream().map(Contribution::agreement).toList(),
                members);
    }
}
