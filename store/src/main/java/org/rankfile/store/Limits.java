// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// Every bound of this module.
public final class Limits {
    /// The most that a row's head or body holds, in bytes: an op of 512 KiB fits.
    public static final int ROW_BYTES = 1 << 20;

    /// The most that one record's value holds, in bytes.
    public static final int RECORD_BYTES = 1 << 20;

    /// The most that a record's table name and key hold together, in bytes.
    public static final int KEY_BYTES = 1 << 10;

    /// A snapshot is sealed in pieces of this many bytes.
    public static final int CHUNK_BYTES = 1 << 20;

    /// The most that a snapshot holds, in bytes.
    public static final int SNAPSHOT_BYTES = 1 << 30;

    /// The most words of a search query that are looked at.
    public static final int QUERY_WORDS = 16;

    /// The most hits of a search.
    public static final int HITS = 100_000;

    /// How many problems a check lists before it stops.
    public static final int PROBLEMS = 1_000;

    /// The largest vault file that is read, in bytes.
    public static final int VAULT_BYTES = 1 << 17;

    /// The most that one record of a strongbox holds, in bytes.
    public static final int SECRET_BYTES = 1 << 20;

    private Limits() {}
}
