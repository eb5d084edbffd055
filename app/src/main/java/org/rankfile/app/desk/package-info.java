// SPDX-License-Identifier: GPL-3.0-or-later

/// Carries out requests on an open home, for a command in this process and for one that comes over
/// the home's socket alike (docs/spec/desk.md).
package org.rankfile.app.desk;
