// SPDX-License-Identifier: GPL-3.0-or-later

/// What is fixed before a ballot opens: everything, and for good.
package org.rankfile.ballot.notice;
