// SPDX-License-Identifier: GPL-3.0-or-later

/// A home directory, sealed rows, durable commits, the in-memory search index. SQL stays hidden.
module org.rankfile.store {
    requires static org.jspecify;
    requires transitive org.rankfile.crypto;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports org.rankfile.store;
}
