// SPDX-License-Identifier: GPL-3.0-or-later

/// Pictures of the desktop's screens, made without a display.
package org.rankfile.app.pictures;
