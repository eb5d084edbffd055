// SPDX-License-Identifier: GPL-3.0-or-later

/// Nodes that several screens share: pages, fields, notices, icons.
package org.rankfile.app.widget;
