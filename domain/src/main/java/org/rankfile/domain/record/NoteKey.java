// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.oplog.OpId;

/// Names a note by the op that brought it and its place there.
record NoteKey(OpId op, int index) {}
