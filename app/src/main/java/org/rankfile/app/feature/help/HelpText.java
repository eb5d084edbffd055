// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.help;

import org.rankfile.app.text.Key;

/// Texts of the list of keys.
public enum HelpText implements Key {
    TITLE,
    SUBTITLE,
    TAB,
    ENTER,
    EDIT,
    ESCAPE
}
