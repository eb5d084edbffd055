// SPDX-License-Identifier: GPL-3.0-or-later

/// A local's replicated, encrypted log: append, follow, know who can read.
package org.rankfile.oplog;
