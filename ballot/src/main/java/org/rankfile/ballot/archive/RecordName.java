// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.crypto.Hash;

/// The names of records: all but the first are the hash of what is in them.
final class RecordName {
    /// The first record, which says what the file is.
    static final String HEAD = "BELENIOS";

    private RecordName() {}

    static String data(Hash hash) {
        return hash.hex() + ".data.json";
    }

    static String event(Hash hash) {
        return hash.hex() + ".event.json";
    }
}
