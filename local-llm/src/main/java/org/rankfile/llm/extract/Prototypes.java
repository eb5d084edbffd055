// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The built-in prototype vectors: what a sentence of each role and category is like.
///
/// Each is halfway between the vector of a one-line description (zero-shot) and the mean of
/// sentences invented for the purpose (`role-sentences.txt`, `category-sentences.txt`). Fits one
/// model only. Immutable.
public final class Prototypes {
    /// The pseudo-role of sentences that belong in no slot.
    static final String OTHER = "role.other";

    private static final String RESOURCE = "prototypes.txt";
    private static final int SHA256_HEX = 64;

    private final String modelSha256;
    private final Map<String, float[]> mixed;
    private final Map<String, Double> usual;

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
    }

    private static List<String> names() {
        var names = new java.util.ArrayList<String>();
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
