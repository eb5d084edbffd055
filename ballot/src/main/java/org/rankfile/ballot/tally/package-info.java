// SPDX-License-Identifier: GPL-3.0-or-later

/// Counting: the encrypted sum of all ballots, its decryption in parts, and the result.
package org.rankfile.ballot.tally;
