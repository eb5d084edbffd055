// SPDX-License-Identifier: GPL-3.0-or-later

/// Ballots on this device: what the steps in the hall come to, and what this device has to do in
/// the offices that its owner holds. Engine thread only.
package org.rankfile.domain.vote.office;
