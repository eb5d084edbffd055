// SPDX-License-Identifier: GPL-3.0-or-later

/// The record of an election as one file, as Belenios 2 and later write it (`UUID.bel`): a tar of
/// hashed data and of a chain of events.
package org.rankfile.ballot.archive;
