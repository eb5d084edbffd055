// SPDX-License-Identifier: GPL-3.0-or-later

/// Strike ballots as the union sees them: what is declared in the end.
package org.rankfile.domain.vote;
