// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.codec.OpenedOp;

import java.util.Collection;
import java.util.Optional;

/// Who is in a circle and what they may do (docs/spec/membership.md). Engine thread only.
public sealed interface Membership permits HallMembership, CommitteeMembership {
    /// What of the hall an op needs and we do not have yet; the op waits for it.
    Optional<OpId> missing(OpenedOp op, Causality knew);

    /// Why the op may not stand, by what its author knew; empty where it may.
    Optional<Refusal> judge(OpenedOp op, Causality knew);

    /// Applies an authority op that was just judged and may stand.
    void apply(OpenedOp op, Dot dot, Causality knew);

    /// Who speaks with a device, by what the op's author knew.
    Optional<PersonId> author(DeviceId device, Causality knew);

    /// Whether somebody is in the circle now, suspended or not.
    boolean includes(PersonId person);

    /// Who is in the circle now, suspended or not.
    Collection<PersonId> people();

    /// Who has a place in the circle though they are gone from the hall.
    Collection<PersonId> departed();
}
