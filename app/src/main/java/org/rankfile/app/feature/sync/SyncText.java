// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.sync;

import org.rankfile.app.text.Key;

/// Texts of the state of synchronisation.
public enum SyncText implements Key {
    OFFLINE,
    ALONE,
    COMPARING,
    IN_SYNC,
    FAILED,
    MANY,
    MISSING,
    CONNECT,
    DISCONNECT
}
