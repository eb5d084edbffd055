// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.Optional;

/// Changes who is in the local and as what (docs/spec/membership.md). What is refused leaves
/// everything as it was: `NOT_ALLOWED` where we may not, by what this laptop knows. Whatever shuts
/// somebody out gives new keys to every circle that we are in: what is written from then on they
/// cannot read, once its writer has heard of it. What they read before they keep. Engine thread
/// only.
public interface Stewardship {
    /// Shuts a person out until another manager reinstates them. For managers.
    Decision suspend(PersonId person) throws AppendRefused;

    /// Takes every suspension of a person back. For managers, but not of themselves.
    Decision reinstate(PersonId person) throws AppendRefused;

    /// Shuts a person out for good, with all their devices; this cannot be undone. Of a member for
    /// stewards and managers, of a steward for managers, of a manager for more than half of them:
    /// then each who does it gives their word, and the last one's does it.
    Decision remove(PersonId person) throws AppendRefused;

    /// Gives a person another role. For managers; to make or unmake a manager takes more than half
    /// of them, as with [#remove].
    Decision assign(PersonId person, Role role) throws AppendRefused;

    /// Takes our word back for something that is not done yet.
    ///
    /// @param role the one to be assigned; missing for a removal
    Decision withdraw(PersonId person, Optional<Role> role) throws AppendRefused;

    /// Shuts a person's device out for good: one of our own, or of somebody who is no manager.
    Decision revoke(PersonId person, DeviceId device) throws AppendRefused;
}
