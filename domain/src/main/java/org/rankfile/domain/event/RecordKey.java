// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import java.util.Comparator;

/// Names a record: its kind (`worker`, `grievance`, `ballot`) and its id.
///
/// @param kind lower-case word; kinds that this version does not know are kept
/// @param id 16 characters of base 32 for the records that this version makes
public record RecordKey(String kind, String id) implements Comparable<RecordKey> {
    /// The kind of workers.
    public static final String WORKER = "worker";

    /// The kind of grievances.
    public static final String GRIEVANCE = "grievance";

    /// The kind of ballots.
    public static final String BALLOT = "ballot";

    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::kind).thenComparing(RecordKey::id);

    /// A worker's key.
    public static RecordKey worker(String id) {
        return new RecordKey(WORKER, id);
    }

    /// A grievance's key.
    public static RecordKey grievance(String id) {
        return new RecordKey(GRIEVANCE, id);
    }

    /// A ballot's key.
    public static RecordKey ballot(String id) {
        return new RecordKey(BALLOT, id);
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }
}
