// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.unlock;

import org.rankfile.app.text.Key;

/// Texts of the unlock screen.
public enum UnlockText implements Key {
    TITLE,
    SUBTITLE,
    PASSPHRASE,
    PASSPHRASE_MISSING,
    UNLOCK,
    UNLOCKING,
    ELSEWHERE
}
