// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Content of a circle that names no author: a ballot. Immutable.
///
/// @param id of this sealing of the content
/// @param circle the circle's name here: `hall`
/// @param content not copied: do not change it
public record AuthorlessObject(OpId id, String circle, byte[] content) {}
