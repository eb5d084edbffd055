// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.List;

/// A person in a circle. Immutable.
///
/// @param name what they are called; anybody may choose any name
/// @param suspended whether they are shut out for the time being
public record Member(
        PersonId id, String name, Role role, boolean suspended, List<DeviceId> devices) {
    /// Copies the list.
    public Member {
        devices = List.copyOf(devices);
    }
}
