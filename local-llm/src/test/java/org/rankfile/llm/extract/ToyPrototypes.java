// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Prototypes in a space with one axis for each role and category, for tests by hand.
final class ToyPrototypes {
    private static final int ROLES = BriefRole.values().length;
    private static final int OTHER_AXIS = ROLES;
    private static final int DIMENSIONS = ROLES + 1 + Category.values().length + 1;

    private ToyPrototypes() {}

    static Prototypes make() {
        var text = new StringBuilder("model ").append("0".repeat(64)).append('\n');
        for (BriefRole role : BriefRole.values()) {
            line(text, Prototypes.name(role), axis(role, 1));
        }
        line(text, Prototypes.OTHER, axis(OTHER_AXIS, 1));
        for (Category category : Category.values()) {
            line(text, Prototypes.name(category), axis(category, 1));
            text.append(Prototypes.name(category)).append(".direction ");
            text.append(base64(axis(category, 1))).append('\n');
        }
        text.append("centre ").append(base64(new float[DIMENSIONS])).append('\n');
        text.append("all ").append(base64(new float[DIMENSIONS])).append('\n');
        return Prototypes.parse(text.toString());
    }

    /// A vector that has the given cosine to the role and to nothing else.
    static float[] axis(BriefRole role, double cosine) {
        return axis(List.of(BriefRole.values()).indexOf(role), cosine);
    }

    static float[] axis(Category category, double cosine) {
        return axis(ROLES + 1 + List.of(Category.values()).indexOf(category), cosine);
    }

    /// A vector that is like no role and no category.
    static float[] nothing() {
        return axis(0, 0);
    }

    private static float[] axis(int axis, double cosine) {
        var vector = new float[DIMENSIONS];
        vector[DIMENSIONS - 1] = (float) Math.sqrt(1 - cosine * cosine);
        vector[axis] = (float) cosine;
        return vector;
    }

    private static void line(StringBuilder text, String name, float[] vector) {
        for (String part : Arrays.asList(".description", ".mean")) {
            text.append(name).append(part).append(' ').append(base64(vector)).append('\n');
        }
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
