// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

/// A named import, whose ops carry this mark.
///
/// @param id 16 characters of base 32
/// @param name what the person calls it: the file's name, as a rule
public record Batch(String id, String name) {}
