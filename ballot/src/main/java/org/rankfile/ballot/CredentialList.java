// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/// Who may vote: public credentials without names, each with the weight of its vote
/// (`public_credentials` of Belenios 1). Immutable. Held as the text that it is, in which a
/// credential is found by halving, because a list of numbers would take as much again.
public final class CredentialList {
    private final byte[] bytes;
    private final int[] starts;

    private CredentialList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /// A list in which every vote has the weight 1.
    public static CredentialList of(Collection<Element> keys) {
        SortedMap<BigInteger, Integer> weights = new TreeMap<>();
        keys.forEach(key -> weights.put(key.value(), 1));
        return of(weights, false);
    }

    /// A list of weighted votes.
    ///
    /// @param weights above 0 and below 10⁹
    public static CredentialList of(Map<Element, Integer> weights) {
        SortedMap<BigInteger, Integer> sorted = new TreeMap<>();
        weights.forEach((key, weight) -> sorted.put(key.value(), weight));
        return of(sorted, true);
    }

    private static CredentialList of(SortedMap<BigInteger, Integer> weights, boolean weighted) {
        ArrayNode array = CanonicalJson.array();
        weights.forEach((key, weight) -> array.add(weighted ? key + "," + weight : "" + key));
        byte[] bytes = CanonicalJson.bytes(array);
        try {
            return new CredentialList(bytes, new CredentialScan(bytes).starts());
        } catch (Malformed wrong) {
            throw new IllegalArgumentException("not credentials with their weights", wrong);
        }
    }

    /// Reads a list.
    ///
    /// @throws Malformed for what is none, is not in canonical form or in ascending order, or has a
    ///   credential twice
    public static CredentialList read(byte[] bytes) throws Malformed {
        byte[] own = bytes.clone();
        return new CredentialList(own, new CredentialScan(own).starts());
    }

    /// A copy of the exact bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The weight of a credential's vote; 0 for one that is not listed.
    public int weight(Element key) {
        byte[] digits = key.toString().getBytes(StandardCharsets.US_ASCII);
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, digits);
            if (order == 0) {
                return weightAt(middle);
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    private int compare(int index, byte[] digits) {
        int from = starts[index];
        int to = CredentialScan.endOfDigits(bytes, from);
        return to - from != digits.length
                ? Integer.compare(to - from, digits.length)
                : Arrays.compare(bytes, from, to, digits, 0, digits.length);
    }

    private int weightAt(int index) {
        int to = CredentialScan.endOfDigits(bytes, starts[index]);
        return bytes[to] == ','
                ? Integer.parseInt(text(to + 1, CredentialScan.endOfDigits(bytes, to + 1)))
                : 1;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    /// Takes every credential, in decimal, with the weight of its vote, in ascending order.
    public void forEach(ObjIntConsumer<String> taker) {
        for (int i = 0; i < starts.length; i++) {
            int to = CredentialScan.endOfDigits(bytes, starts[i]);
            taker.accept(text(starts[i], to), weightAt(i));
        }
    }

    /// The weight of every vote.
    public Map<Element, Integer> weights() {
        Map<Element, Integer> all = new LinkedHashMap<>();
        forEach((key, weight) -> all.put(new Element(new BigInteger(key)), weight));
        return all;
    }

    /// How many may vote.
    public int size() {
        return starts.length;
    }

    /// A credential.
    ///
    /// @param index from 0, in ascending order
    public Element key(int index) {
        int to = CredentialScan.endOfDigits(bytes, starts[index]);
        return new Element(new BigInteger(text(starts[index], to)));
    }

    /// What is wrong with the list: a credential that is not of the group. One power each.
    public Optional<String> flaw(Group group) {
        for (int i = 0; i < size(); i++) {
            if (!group.contains(key(i))) {
                return Optional.of("a credential is not of the group");
            }
        }
        return Optional.empty();
    }
}
