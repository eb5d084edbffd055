// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.RowReason;

/// A row that is not imported.
///
/// @param line where it starts, from 1
/// @param argument what the reason is about: a column, another line; empty if nothing
public record RefusedRow(int line, RowReason reason, String argument) {}
