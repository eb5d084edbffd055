// SPDX-License-Identifier: GPL-3.0-or-later

/// Between the window's thread and the rest: background work, an open home as properties.
package org.rankfile.app.fx;
