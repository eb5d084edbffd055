// SPDX-License-Identifier: GPL-3.0-or-later

/// Who saw which ballot, and when: what stands in the place of a postmark where there is no server.
package org.rankfile.ballot.witness;
