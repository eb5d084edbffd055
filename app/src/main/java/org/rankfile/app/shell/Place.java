// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import org.rankfile.app.widget.Icon;

/// The places of the window, in the order of the sidebar.
public enum Place {
    GRIEVANCES(Icon.CASE),
    MEMBERS(Icon.PEOPLE),
    BALLOTS(Icon.BALLOT),
    PEOPLE(Icon.DEVICES),
    PRIVACY(Icon.SHIELD),
    SETTINGS(Icon.SLIDERS),
    HELP(Icon.KEYS);

    private final Icon icon;

    Place(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }
}
