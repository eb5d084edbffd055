// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.Forgery.Link;
import org.rankfile.ballot.json.CanonicalJson;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Every archive that differs from one in one field: in its value, or in that it is missing.
public final class Mutations {
    private Mutations() {}

    /// An archive with one change.
    public record Mutation(String what, byte[] archive) {}

    /// All of them.
    ///
    /// @param links which events to change
    public static List<Mutation> of(byte[] archive, List<Integer> links)
            throws IOException, Malformed {
        List<Mutation> all = new ArrayList<>();
        for (int at : links) {
            int records = Forgery.of(archive).links().get(at).records().size();
            for (int record = 0; record < records; record++) {
                byte[] bytes = Forgery.of(archive).links().get(at).records().get(record);
                for (JsonPointer leaf : leaves(CanonicalJson.read(bytes).node())) {
                    for (boolean without : new boolean[] {false, true}) {
                        Forgery forgery = Forgery.of(archive);
                        Link link = forgery.links().get(at);
                        forgery.links().set(at, link.with(record, changed(bytes, leaf, without)));
                        String what = at + "." + record + leaf + (without ? " missing" : "");
                        all.add(new Mutation(what, forgery.bytes()));
                    }
                }
            }
        }
        return all;
    }

    private static byte[] changed(byte[] record, JsonPointer leaf, boolean without)
            throws Malformed {
        JsonNode root = CanonicalJson.read(record).node();
        JsonNode parent = root.at(leaf.head());
        JsonNode value = root.at(leaf);
        if (parent instanceof ObjectNode object) {
            String name = leaf.last().getMatchingProperty();
            if (without) {
                object.remove(name);
            } else {
                object.set(name, other(value));
            }
        } else if (parent instanceof ArrayNode array) {
            int index = leaf.last().getMatchingIndex();
            if (without) {
                array.remove(index);
            } else {
                array.set(index, other(value));
            }
        }
        return CanonicalJson.bytes(root);
    }

    private static JsonNode other(JsonNode value) {
        if (value.isInt()) {
            return IntNode.valueOf(value.intValue() + 1);
        }
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        String text = value.textValue();
        return text.matches("[0-9]+")
                ? TextNode.valueOf(new BigInteger(text).add(BigInteger.ONE).toString())
                : TextNode.valueOf(text + "1");
    }

    private static List<JsonPointer> leaves(JsonNode root) {
        List<JsonPointer> all = new ArrayList<>();
        collect(root, JsonPointer.empty(), all);
        return all;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> all) {
        if (node.isValueNode()) {
            all.add(at);
        }
        node.propertyStream()
                .forEach(each -> collect(each.getValue(), at.appendProperty(each.getKey()), all));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), all);
        }
    }
}
