// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may vote: public credentials without names, each with the weight of its vote
/// (`public_credentials` of Belenios 1). Immutable.
public final class CredentialList {
    private static final Pattern ENTRY = Pattern.compile("(0|[1-9][0-9]*)(?:,([1-9][0-9]{0,8}))?");

    private final SortedMap<BigInteger, Integer> weights;

    private final byte[] bytes;

    private CredentialList(SortedMap<BigInteger, Integer> weights, byte[] bytes) {
        this.weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        this.bytes = bytes;
    }

    /// A list in which every vote has the weight 1.
    public static CredentialList of(Collection<Element> keys) {
        TreeMap<BigInteger, Integer> weights = new TreeMap<>();
        keys.forEach(key -> weights.put(key.value(), 1));
        return new CredentialList(weights, bytes(weights, false));
    }

    /// A list of weighted votes.
    ///
    /// @param weights above 0 and below 10⁹
    public static CredentialList of(Map<Element, Integer> weights) {
        TreeMap<BigInteger, Integer> sorted = new TreeMap<>();
        weights.forEach((key, weight) -> sorted.put(key.value(), weight));
        return new CredentialList(sorted, bytes(sorted, true));
    }

    /// Reads a list.
    ///
    /// @throws Malformed for what is none, is not in ascending order or has a credential twice
    public static CredentialList read(byte[] bytes) throws Malformed {
        TreeMap<BigInteger, Integer> weights = new TreeMap<>();
        for (JsonValue item : CanonicalJson.read(bytes).items(Limits.CREDENTIALS)) {
            String text = item.text();
            Matcher entry = ENTRY.matcher(text);
            if (text.length() > Limits.DECIMAL_DIGITS + 10 || !entry.matches()) {
                throw item.wrong("not a credential");
            }
            BigInteger key = new BigInteger(entry.group(1));
            if (!weights.isEmpty() && weights.lastKey().compareTo(key) >= 0) {
                throw item.wrong("not in ascending order");
            }
            weights.put(key, entry.group(2) == null ? 1 : Integer.parseInt(entry.group(2)));
        }
        return new CredentialList(weights, bytes.clone());
    }

    private static byte[] bytes(SortedMap<BigInteger, Integer> weights, boolean weighted) {
        ArrayNode array = CanonicalJson.array();
        weights.forEach((key, weight) -> array.add(weighted ? key + "," + weight : "" + key));
        return CanonicalJson.bytes(array);
    }

    /// A copy of the exact bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The weight of a credential's vote; 0 for one that is not listed.
    public int weight(Element key) {
        return weights.getOrDefault(key.value(), 0);
    }

    /// The weight of every vote.
    public Map<Element, Integer> weights() {
        Map<Element, Integer> all = new LinkedHashMap<>();
        weights.forEach((key, weight) -> all.put(new Element(key), weight));
        return all;
    }

    /// How many may vote.
    public int size() {
        return weights.size();
    }

    /// What is wrong with the list: a credential that is not of the group. One power each.
    public Optional<String> flaw(Group group) {
        boolean members = weights.keySet().stream().map(Element::new).allMatch(group::contains);
        return members ? Optional.empty() : Optional.of("a credential is not of the group");
    }
}
