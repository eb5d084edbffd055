// SPDX-License-Identifier: GPL-3.0-or-later

/// The replicated, encrypted log: ops, circles, admission, synchronisation.
module org.rankfile.oplog {
    requires static org.jspecify;
    requires transitive org.rankfile.crypto;
    requires transitive org.rankfile.store;
    requires transitive org.rankfile.net;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.cbor;

    exports org.rankfile.oplog;
}
