// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.json;

import com.fasterxml.jackson.databind.JsonNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A value that was read, and where: every question about it either has an answer of the right type
/// or fails with the place.
///
/// @param place its path in the text
/// @param node it
public record JsonValue(String place, JsonNode node) {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]*");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    /// Reads one value.
    public interface Reader<T> {
        /// The value, in its type.
        T read(JsonValue value) throws Malformed;
    }

    /// A field that has to be there.
    public JsonValue field(String name) throws Malformed {
        Optional<JsonValue> field = optional(name);
        if (field.isEmpty()) {
            throw new Malformed(at(name), "missing");
        }
        return field.get();
    }

    /// A field that may be missing; null is not missing but wrong.
    public Optional<JsonValue> optional(String name) throws Malformed {
        if (!node.isObject()) {
            throw wrong("not an object");
        }
        return Optional.ofNullable(node.get(name)).map(value -> new JsonValue(at(name), value));
    }

    /// Refuses fields with other names.
    public JsonValue only(Set<String> names) throws Malformed {
        if (!node.isObject()) {
            throw wrong("not an object");
        }
        if (!node.propertyStream().allMatch(field -> names.contains(field.getKey()))) {
            throw wrong("a field that does not belong there");
        }
        return this;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /// The items of an array.
    ///
    /// @param most how many there may be
    public List<JsonValue> items(int most) throws Malformed {
        if (!node.isArray()) {
            throw wrong("not an array");
        }
        if (node.size() > most) {
            throw wrong("more than " + most + " items");
        }
        List<JsonValue> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonValue(place + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /// The items of an array, each read.
    public <T> List<T> list(int most, Reader<T> reader) throws Malformed {
        List<T> list = new ArrayList<>();
        for (JsonValue item : items(most)) {
            list.add(reader.read(item));
        }
        return List.copyOf(list);
    }

    /// A text.
    public String text() throws Malformed {
        if (!node.isTextual()) {
            throw wrong("not a text");
        }
        return node.textValue();
    }

    /// A number that JSON holds as a number.
    public int number(int least, int most) throws Malformed {
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < least
                || node.intValue() > most) {
            throw wrong("not a number from " + least + " to " + most);
        }
        return node.intValue();
    }

    /// A number from 0 that JSON holds as a number, or as a text where it is large.
    public long count() throws Malformed {
        long number = -1;
        if (node.isTextual()) {
            number = decimal().bitLength() < Long.SIZE ? decimal().longValue() : -1;
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            number = node.longValue();
        }
        if (number < 0) {
            throw wrong("not a count");
        }
        return number;
    }

    /// A SHA-256 in 64 lower-case hexadecimal digits.
    public Hash hash() throws Malformed {
        String text = text();
        if (!HEX.matcher(text).matches()) {
            throw wrong("not a hash in hexadecimal");
        }
        return Hash.fromHex(text);
    }

    /// An Ed25519 signature in 128 lower-case hexadecimal digits.
    public Signature signature() throws Malformed {
        String text = text();
        if (!SIGNATURE.matcher(text).matches()) {
            throw wrong("not a signature in hexadecimal");
        }
        return Signature.of(HexFormat.of().parseHex(text)).orElseThrow();
    }

    /// True or false.
    public boolean bool() throws Malformed {
        if (!node.isBoolean()) {
            throw wrong("neither true nor false");
        }
        return node.booleanValue();
    }

    /// A number written as a text in decimal, without sign or leading zeros.
    public BigInteger decimal() throws Malformed {
        String text = text();
        if (text.length() > Limits.DECIMAL_DIGITS || !DECIMAL.matcher(text).matches()) {
            throw wrong("not a decimal number");
        }
        return new BigInteger(text);
    }

    /// A number that may be an element of a group.
    public Element element() throws Malformed {
        return new Element(decimal());
    }

    /// A number that may be an exponent.
    public Scalar scalar() throws Malformed {
        return new Scalar(decimal());
    }

    /// What is wrong with this value.
    public Malformed wrong(String reason) {
        return new Malformed(place, reason);
    }
}
