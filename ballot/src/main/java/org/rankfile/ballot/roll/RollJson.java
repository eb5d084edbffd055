// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.Arrays;
import java.util.function.Function;

/// What the documents of this package have in common when they are read.
final class RollJson {
    private RollJson() {}

    static JsonValue read(byte[] bytes) throws Malformed {
        if (bytes.length > Limits.ROLL_BYTES) {
            throw new Malformed("", "larger than " + Limits.ROLL_BYTES + " bytes");
        }
        return CanonicalJson.read(bytes);
    }

    static String uuid(JsonValue json) throws Malformed {
        if (!Election.isUuid(json.text())) {
            throw json.wrong("not 14 to 64 characters of Base58");
        }
        return json.text();
    }

    /// What was read, if its bytes are the ones in which it would be written.
    static <T> T inOneForm(T read, Function<T, byte[]> writer, byte[] bytes) throws Malformed {
        if (!Arrays.equals(writer.apply(read), bytes)) {
            throw new Malformed("", "not in canonical form");
        }
        return read;
    }
}
