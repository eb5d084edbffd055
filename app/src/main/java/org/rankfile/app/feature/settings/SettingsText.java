// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.settings;

import org.rankfile.app.text.Key;

/// Texts of the settings.
public enum SettingsText implements Key {
    TITLE,
    SUBTITLE,
    LANGUAGE,
    LOOK,
    TEXT_SIZE,
    LOCK_AFTER,
    MINUTES,
    UNKEPT
}
