// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The built-in prototype vectors: what a sentence of each role and category is like.
///
/// Each is halfway between the vector of a one-line description (zero-shot) and the mean of
/// sentences invented for the purpose (`role-sentences.txt`, `category-sentences.txt`). A category
/// has a direction besides, which tells its sentences from all others (ridge regression on the same
/// sentences). Fits one model only. Immutable.
public final class Prototypes {
    /// The pseudo-role of sentences that belong in no slot.
    static final String OTHER = "role.other";

    private static final String RESOURCE = "prototypes.txt";
    private static final int SHA256_HEX = 64;

    /// How much of a prototype's usual cosine is taken off.
    private static final double MOST = 0.7;

    private final String modelSha256;
    private final Map<String, float[]> mixed;
    private final Map<String, Double> usual;
    private final Map<Category, float[]> directions = new EnumMap<>(Category.class);
    private final Map<Category, Double> offsets = new EnumMap<>(Category.class);
    private final double usualOfCategories;

    private Prototypes(String modelSha256, Map<String, float[]> raw) {
        this.modelSha256 = modelSha256;
        mixed = new HashMap<>();
        usual = new HashMap<>();
        float[] centre = vector(raw, "centre");
        for (String name : names()) {
            float[] mean = vector(raw, name + ".mean");
            float[] mix =
                    Vectors.unitSum(List.of(mean, vector(raw, name + ".description")), mean.length);
            mixed.put(name, mix);
            usual.put(name, Vectors.dot(centre, mix));
        }
        float[] all = vector(raw, "all");
        double sum = 0;
        for (Category category : Category.values()) {
            float[] direction = vector(raw, name(category) + ".direction");
            directions.put(category, direction);
            offsets.put(category, Vectors.dot(all, direction));
            sum += usualCosine(name(category));
        }
        usualOfCategories = sum / Category.values().length;
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (BriefRole role : BriefRole.values()) {
            names.add(name(role));
        }
        names.add(OTHER);
        for (Category category : Category.values()) {
            names.add(name(category));
        }
        return names;
    }

    static String name(BriefRole role) {
        return "role." + role.key();
    }

    static String name(Category category) {
        return "category." + category.key();
    }

    /// The prototypes that the program ships.
    public static Prototypes builtIn() {
        try (InputStream in = Prototypes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the built-in prototypes are missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines of `name value`: `model` with a SHA-256 in hex, else 32-bit floats in Base64.
    static Prototypes parse(String text) {
        var raw = new HashMap<String, float[]>();
        String model = "";
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            int space = line.indexOf(' ');
            String name = line.substring(0, space);
            String value = line.substring(space + 1);
            if (name.equals("model")) {
                model = value;
            } else {
                raw.put(name, floats(value));
            }
        }
        if (model.length() != SHA256_HEX) {
            throw new IllegalArgumentException("prototypes name no model");
        }
        return new Prototypes(model, raw);
    }

    private static float[] floats(String base64) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        var floats = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(floats);
        return floats;
    }

    private static float[] vector(Map<String, float[]> raw, String name) {
        float[] vector = raw.get(name);
        if (vector == null) {
            throw new IllegalArgumentException("a prototype is missing: " + name);
        }
        return vector;
    }

    /// The SHA-256 of the model that made the vectors, in lower-case hex.
    public String modelSha256() {
        return modelSha256;
    }

    /// The cosine of a unit vector to the named prototype.
    double cosine(String name, float[] sentence) {
        return Vectors.dot(sentence, vector(mixed, name));
    }

    /// How well a unit vector fits a category: the mean of its cosine to the prototype, less most
    /// of what is usual for that prototype, and of what the category's direction says (about 1 for
    /// its own sentences, about 0 for others).
    double fit(Category category, float[] sentence) {
        String name = name(category);
        double cosine = cosine(name, sentence);
        double unusual = cosine - MOST * (usualCosine(name) - usualOfCategories);
        float[] direction = Objects.requireNonNull(directions.get(category));
        double offset = Objects.requireNonNull(offsets.get(category));
        return (unusual + Vectors.dot(sentence, direction) - offset) / 2;
    }

    /// The cosine that an average sentence of a grievance has to the named prototype: some
    /// prototypes are close to everything that is said at work.
    double usualCosine(String name) {
        Double cosine = usual.get(name);
        if (cosine == null) {
            throw new IllegalArgumentException("no such prototype: " + name);
        }
        return cosine;
    }
}
