// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.Optional;

/// What an authority op of the hall does to people (docs/spec/membership.md). A person is named by
/// the op that admitted them.
public sealed interface Deed {
    /// Founds the hall: the founder and their device.
    record Found(DeviceId device) implements Deed {}

    /// Admits a person.
    record Add(Role role) implements Deed {}

    /// Certifies a device of a person.
    record Certify(PersonId person, DeviceId device) implements Deed {}

    /// Gives a person another role.
    record Assign(PersonId person, Role role) implements Deed {}

    /// Shuts a person out until somebody reinstates them.
    record Suspend(PersonId person) implements Deed {}

    /// Takes a suspension back.
    ///
    /// @param suspension the op that suspended
    record Reinstate(OpId suspension) implements Deed {}

    /// Shuts a person out for good, with all their devices.
    record Remove(PersonId person) implements Deed {}

    /// Ends for good that a device speaks for a person.
    record Revoke(PersonId person, DeviceId device) implements Deed {}

    /// A manager's word for what needs a quorum, or that word taken back.
    record Endorse(Matter matter, boolean wanted) implements Deed {}

    /// Says nothing about people: mints, merges, what is not known yet.
    record Other() implements Deed {}

    /// What needs a quorum.
    ///
    /// @param role the one to be assigned; missing for a removal
    record Matter(PersonId person, Optional<Role> role) {
        boolean isPromotion() {
            return role.equals(Optional.of(Role.MANAGER));
        }
    }

    /// Whom it is against, where it is against somebody whatever their role. A Role is too where
    /// its person was a manager.
    default Optional<PersonId> target() {
        return switch (this) {
            case Remove(PersonId person) -> Optional.of(person);
            case Suspend(PersonId person) -> Optional.of(person);
            case Revoke(PersonId person, DeviceId _) -> Optional.of(person);
            case Endorse(Matter matter, boolean _) ->
                    Optional.of(matter.person()).filter(_ -> !matter.isPromotion());
            default -> Optional.empty();
        };
    }
}
