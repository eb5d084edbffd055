// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.tally;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.trustee.Trustee;
import org.rankfile.ballot.trustee.Trustees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts the trustees' parts together: what is left of the tally is the generator to each result.
public final class Decryption {
    private final Election election;
    private final EncryptedTally tally;
    private final List<List<Element>> powers;

    private Decryption(Election election, EncryptedTally tally, List<List<Element>> powers) {
        this.election = election;
        this.tally = tally;
        this.powers = powers;
    }

    /// The decryption by these parts, all of which hold.
    ///
    /// @param parts by the number of the trustee's member, from 1
    /// @return empty where too few took part
    public static Optional<Decryption> of(
            Election election,
            Trustees trustees,
            EncryptedTally tally,
            Map<Integer, PartialDecryption> parts) {
        return shares(election.group(), trustees, parts)
                .map(shares -> new Decryption(election, tally, powers(election, tally, shares)));
    }

    /// @param weight the exponent with which the part goes into the product: 1 for who was needed
    ///   alone, else as interpolation says
    private record Share(PartialDecryption part, Scalar weight) {}

    /// The parts that are used: of each trustee those with the lowest numbers that suffice.
    private static Optional<List<Share>> shares(
            Group group, Trustees trustees, Map<Integer, PartialDecryption> parts) {
        List<Share> shares = new ArrayList<>();
        int before = 0;
        for (Trustee trustee : trustees.list()) {
            SortedMap<Integer, PartialDecryption> there = new TreeMap<>();
            for (int index = 1; index <= trustee.members().size(); index++) {
                PartialDecryption part = parts.get(before + index);
                if (part != null && there.size() < trustee.needed()) {
                    there.put(index, part);
                }
            }
            if (there.size() < trustee.needed()) {
                return Optional.empty();
            }
            there.forEach((index, part) ->
                    shares.add(new Share(part, lagrange(group, there.keySet(), index))));
            before += trustee.members().size();
        }
        return Optional.of(shares);
    }

    /// The factor of a value at `index` in the value at 0 of the polynomial through all of `there`.
    static Scalar lagrange(Group group, Set<Integer> there, int index) {
        Scalar factor = group.scalar(1);
        for (int other : there) {
            if (other != index) {
                Scalar quotient = group.over(group.scalar(other), group.scalar(other - index));
                factor = group.times(factor, quotient);
            }
        }
        return factor;
    }

    private static List<List<Element>> powers(
            Election election, EncryptedTally tally, List<Share> shares) {
        Group group = election.group();
        List<List<Element>> powers = new ArrayList<>();
        for (int i = 0; i < tally.sums().size(); i++) {
            List<Element> question = new ArrayList<>();
            for (int j = 0; j < tally.sums().get(i).size(); j++) {
                Element factor = group.one();
                for (Share share : shares) {
                    Element part = share.part().factors().get(i).get(j);
                    factor = group.times(factor, power(group, part, share.weight()));
                }
                Ciphertext sum = tally.sums().get(i).get(j);
                question.add(group.over(sum.beta(), factor));
            }
            powers.add(question);
        }
        return powers;
    }

    private static Element power(Group group, Element part, Scalar weight) {
        return weight.equals(group.scalar(1)) ? part : group.power(part, weight);
    }

    /// The result.
    ///
    /// @param most no number can be above this: the weight of all ballots
    /// @return empty where a number is above that, which happens for no valid ballots
    public Optional<Result> result(long most) {
        List<Element> distinct = powers.stream().flatMap(List::stream).distinct().toList();
        return election.group()
                .logarithms(distinct, most)
                .map(numbers -> result(distinct, numbers));
    }

    private Result result(List<Element> distinct, List<Long> numbers) {
        Map<Element, Long> known = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            known.put(distinct.get(i), numbers.get(i));
        }
        return new Result(
                powers.stream()
                        .map(question -> question.stream().map(known::get).toList())
                        .toList());
    }

    /// Whether this is the result.
    public boolean yields(Result result) {
        Group group = election.group();
        List<List<Element>> claimed =
                result.numbers().stream()
                        .map(question -> question.stream().map(group::scalar).map(group::power))
                        .map(question -> question.toList())
                        .toList();
        return claimed.equals(powers) && tally.sums().size() == claimed.size();
    }
}
