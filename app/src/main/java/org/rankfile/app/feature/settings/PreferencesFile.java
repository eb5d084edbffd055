// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.settings;

/// Where [Preferences] are kept from one start to the next. Window's thread; a small file.
public interface PreferencesFile {
    /// What was kept last; the usual where nothing was, or it cannot be read.
    Preferences read();

    /// Keeps them.
    ///
    /// @return false if the disk refused; they hold until the window is closed all the same
    boolean write(Preferences preferences);
}
