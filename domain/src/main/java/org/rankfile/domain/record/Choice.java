// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

/// One of several values that people gave to a field without knowing of each other.
///
/// @param number from 1; the same on every device that holds the same ops
/// @param value empty if the field was cleared
/// @param stamp who gave it
public record Choice(int number, String value, Stamp stamp) {}
