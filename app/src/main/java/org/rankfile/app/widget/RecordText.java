// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import org.rankfile.app.text.Key;

/// Texts about any record: its history and who can read it.
public enum RecordText implements Key {
    SET,
    CHANGED,
    CLEARED,
    ADDED,
    REMOVED,
    NOTE,
    NOTE_WITHDRAWN,
    KEPT,
    DROPPED,
    REOPENED,
    UNDOING,
    BY,
    BY_IMPORT,
    UNDO,
    UNDO_THIS,
    UNDONE,
    OLDER,
    READERS,
    READER,
    READERS_NOTE
}
