// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.sqlite.SQLiteException;

import java.sql.SQLException;

/// Tells what SQLite's refusals mean.
final class SqlFailures {
    private SqlFailures() {}

    static StoreException of(SQLException failed) {
        return new StoreException(reason(failed), failed);
    }

    private static Reason reason(SQLException failed) {
        if (!(failed instanceof SQLiteException sqlite)) {
            return Reason.IO;
        }
        // The low byte is the primary code (sqlite.org/rescode.html).
        return switch (sqlite.getResultCode().code & 0xff) {
            case 13 -> Reason.DISK_FULL;
            case 3, 8, 14, 23 -> Reason.READ_ONLY;
            case 11, 26, 1, 20, 24, 25 -> Reason.DAMAGED;
            case 5, 6 -> Reason.HOME_IN_USE;
            default -> Reason.IO;
        };
    }
}
