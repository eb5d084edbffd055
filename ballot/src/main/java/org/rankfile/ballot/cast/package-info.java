// SPDX-License-Identifier: GPL-3.0-or-later

/// Casting without a server: ballots in envelopes that say in which order a voter cast them, and
/// which of any set of envelopes count.
package org.rankfile.ballot.cast;
