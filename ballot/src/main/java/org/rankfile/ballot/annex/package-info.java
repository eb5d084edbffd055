// SPDX-License-Identifier: GPL-3.0-or-later

/// What an archive cannot show: that the right people were listed, and that all ballots that were
/// there in time got into it. Without names.
package org.rankfile.ballot.annex;
