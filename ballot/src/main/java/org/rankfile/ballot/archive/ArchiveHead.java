// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.Arrays;

/// What the first record says. The time is a text there, whatever the specification says.
///
/// @param timestamp in seconds since 1970; also the time of every record of the tar
record ArchiveHead(long timestamp) {
    private static final int VERSION = 1;

    ArchiveHead {
        if (timestamp < 0 || timestamp > TarHeader.MAX_TIME) {
            throw new IllegalArgumentException("a time between 1970 and 2242");
        }
    }

    byte[] bytes() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("version", VERSION)
                        .put("timestamp", Long.toString(timestamp)));
    }

    static ArchiveHead read(byte[] bytes, String place) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes);
        json.field("version").number(VERSION, VERSION);
        JsonValue time = json.field("timestamp");
        if (time.decimal().bitLength() >= Long.SIZE
                || time.decimal().longValue() > TarHeader.MAX_TIME) {
            throw new Malformed(place + ".timestamp", "not a time");
        }
        ArchiveHead head = new ArchiveHead(time.decimal().longValue());
        if (!Arrays.equals(head.bytes(), bytes)) {
            throw new Malformed(place, "not in canonical form");
        }
        return head;
    }
}
