// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

/// A note on a record.
public record NoteText(Stamp stamp, String text) {}
