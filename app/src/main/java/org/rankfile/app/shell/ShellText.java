// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import org.rankfile.app.text.Key;

/// The window's own texts.
public enum ShellText implements Key {
    DEMO,
    LEAVE_DEMO,
    LOCK,
    LOCKING,
    LOCKED_BY_HAND,
    LOCKED_IDLE,
    LOCKS_SOON,
    SCOPE_COMMITTEE,
    SCOPE_HALL,
    NOTHING_TO_UNDO,
    UNDONE,
    UNDONE_IN_PART,
    BUG
}
