// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.ballot.proof.SameExponent;
import org.rankfile.ballot.proof.SameExponent.Claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One trustee's part in decrypting a tally (`partial_decryption` of Belenios 1).
///
/// @param factors the alphas of the tally to the trustee's secret
/// @param proofs that it was this secret
public record PartialDecryption(List<List<Element>> factors, List<List<Proof>> proofs) {
    public PartialDecryption {
        factors = factors.stream().map(List::copyOf).toList();
        proofs = proofs.stream().map(List::copyOf).toList();
    }

    /// A trustee's part. Whoever calls this has made sure that it is the one tally that was agreed
    /// on, and that it is decrypted once.
    ///
    /// @param secret the trustee's share of the election's private key
    /// @throws IllegalArgumentException where the tally is not of the election's group
    public static PartialDecryption of(
            Election election, EncryptedTally tally, Scalar secret, RandomGenerator random) {
        Group group = election.group();
        if (!tally.isOf(group)) {
            throw new IllegalArgumentException("the tally is not of the group");
        }
        String prefix = prefix(election, group.power(secret));
        List<List<Element>> factors = new ArrayList<>();
        List<List<Proof>> proofs = new ArrayList<>();
        for (List<Ciphertext> question : tally.sums()) {
            List<Element> powers = new ArrayList<>();
            List<Proof> proven = new ArrayList<>();
            for (Ciphertext sum : question) {
                powers.add(group.blindPower(sum.alpha(), secret, random));
                proven.add(SameExponent.prove(group, prefix, sum.alpha(), secret, random));
            }
            factors.add(powers);
            proofs.add(proven);
        }
        return new PartialDecryption(factors, proofs);
    }

    private static String prefix(Election election, Element key) {
        return "decrypt|" + election.fingerprint() + "|" + key + "|";
    }

    /// What is wrong; empty where it is this tally, decrypted with the secret of this key.
    ///
    /// @param key the trustee's public key
    public Optional<String> flaw(Election election, EncryptedTally tally, Element key) {
        if (!hasFormOf(tally)) {
            return Optional.of("not one factor and proof for each number");
        }
        String prefix = prefix(election, key);
        Group group = election.group();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = 0; j < factors.get(i).size(); j++) {
                Element factor = factors.get(i).get(j);
                Claim claim = new Claim(key, tally.sums().get(i).get(j).alpha(), factor);
                Proof proof = proofs.get(i).get(j);
                if (!group.contains(factor) || !SameExponent.verify(group, prefix, claim, proof)) {
                    return Optional.of("decryption_proofs[" + i + "][" + j + "]: does not hold");
                }
            }
        }
        return Optional.empty();
    }

    private boolean hasFormOf(EncryptedTally tally) {
        List<Integer> form = tally.sums().stream().map(List::size).toList();
        return factors.stream().map(List::size).toList().equals(form)
                && proofs.stream().map(List::size).toList().equals(form);
    }

    /// The bytes.
    public byte[] bytes() {
        ObjectNode json = CanonicalJson.object();
        ArrayNode elements = json.putArray("decryption_factors");
        for (List<Element> question : factors) {
            ArrayNode array = elements.addArray();
            question.forEach(factor -> array.add(factor.toString()));
        }
        ArrayNode proven = json.putArray("decryption_proofs");
        proofs.forEach(question -> proven.add(CryptoJson.of(question)));
        return CanonicalJson.bytes(json);
    }

    /// Reads a trustee's part.
    ///
    /// @throws Malformed for what is none
    public static PartialDecryption read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes);
        return new PartialDecryption(
                json.field("decryption_factors")
                        .list(
                                Limits.QUESTIONS,
                                each -> each.list(Limits.ANSWERS + 1, JsonValue::element)),
                json.field("decryption_proofs").list(Limits.QUESTIONS, CryptoJson::proofs));
    }
}
