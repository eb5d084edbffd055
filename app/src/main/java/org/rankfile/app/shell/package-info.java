// SPDX-License-Identifier: GPL-3.0-or-later

/// The window: start screens, navigation, themes, shortcuts, locking.
package org.rankfile.app.shell;
