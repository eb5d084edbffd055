// SPDX-License-Identifier: GPL-3.0-or-later

/// Who decrypts an election together, and how they make a key of which no one holds all.
package org.rankfile.ballot.trustee;
