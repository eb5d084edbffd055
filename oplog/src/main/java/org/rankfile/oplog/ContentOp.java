// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// An admitted op of a content plane.
///
/// @param id its name
/// @param circle the circle's name here: `committee`
/// @param author the person whose device signed it
/// @param device the device that signed it
/// @param dot its place in the device's chain
/// @param time its author's clock
/// @param body its body, not copied: do not change it
/// @param seen what its author knew
public record ContentOp(
        OpId id,
        String circle,
        PersonId author,
        DeviceId device,
        Dot dot,
        Hlc time,
        byte[] body,
        Causality seen) {}
