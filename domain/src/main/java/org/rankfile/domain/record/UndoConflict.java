// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.RecordKey;

/// What an undo left as it is, because somebody has changed it since.
///
/// @param field empty for the record as a whole
public record UndoConflict(RecordKey key, String field) {}
