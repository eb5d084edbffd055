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

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a trustee's secret polynomial is bound by: the generator to each of its coefficients.
///
/// @param signed the text, signed by the trustee
/// @param elements one for each coefficient, the constant first
public record Commitments(Signed signed, List<Element> elements) {
    public Commitments {
        elements = List.copyOf(elements);
    }

    static ObjectNode json(List<Element> elements) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode array = json.putArray("coefexps");
        elements.forEach(element -> array.add(element.toString()));
        return json;
    }

    /// Reads what a trustee signed.
    ///
    /// @throws Malformed for what are no elements
    public static Commitments of(Signed signed) throws Malformed {
        JsonValue field =
                CanonicalJson.read(signed.message().getBytes(StandardCharsets.UTF_8))
                        .field("coefexps");
        List<Element> elements = field.list(Limits.TRUSTEES, JsonValue::element);
        if (elements.isEmpty()) {
            throw field.wrong("empty");
        }
        return new Commitments(signed, elements);
    }

    /// The generator to the polynomial's value at `index`.
    Element at(Group group, int index) {
        Element result = group.one();
        Scalar power = group.scalar(1);
        for (Element element : elements) {
            result = group.times(result, group.power(element, power));
            power = group.times(power, group.scalar(index));
        }
        return result;
    }
}
