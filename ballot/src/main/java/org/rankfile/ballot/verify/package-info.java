// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks the record of a whole election, more strictly than belenios-tool does.
package org.rankfile.ballot.verify;
