// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;

/// What the documents of this package have in common when they are read.
final class RollJson {
    private RollJson() {}

    static JsonValue read(byte[] bytes) throws Malformed {
        return CanonicalJson.read(bytes, Limits.ROLL_BYTES);
    }

    static String uuid(JsonValue json) throws Malformed {
        if (!Election.isUuid(json.text())) {
            throw json.wrong("not 14 to 64 characters of Base58");
        }
        return json.text();
    }
}
