// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/// The keys that work everywhere in the window, as `KeyCombination` reads them. `Shortcut` is Ctrl,
/// or Command on a Mac.
enum Shortcut {
    GO_GRIEVANCES("Shortcut+1", Place.GRIEVANCES),
    GO_MEMBERS("Shortcut+2", Place.MEMBERS),
    GO_BALLOTS("Shortcut+3", Place.BALLOTS),
    GO_PEOPLE("Shortcut+4", Place.PEOPLE),
    GO_PRIVACY("Shortcut+5", Place.PRIVACY),
    GO_SETTINGS("Shortcut+6", Place.SETTINGS),
    CREATE("Shortcut+N", null),
    FIND("Shortcut+F", null),
    UNDO("Shortcut+Z", null),
    LOCK("Shortcut+L", null),
    KEYS("F1", Place.HELP);

    private final String keys;
    private final @Nullable Place place;

    Shortcut(String keys, @Nullable Place place) {
        this.keys = keys;
        this.place = place;
    }

    KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }

    /// Where it leads, if it leads somewhere.
    @Nullable Place place() {
        return place;
    }
}
