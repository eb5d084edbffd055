// SPDX-License-Identifier: GPL-3.0-or-later

/// Elections in the format of Belenios 1: questions, credentials, ballots, trustees, tallies.
package org.rankfile.ballot;
