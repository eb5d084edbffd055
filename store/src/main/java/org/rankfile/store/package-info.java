// SPDX-License-Identifier: GPL-3.0-or-later

/// Sealed bytes on a disk: a home directory, a log of rows, records by key, snapshots.
package org.rankfile.store;
