// SPDX-License-Identifier: GPL-3.0-or-later

/// How tellers agree, without a server and with liars among them, on the one set of ballots that is
/// decrypted.
package org.rankfile.ballot.closing;
