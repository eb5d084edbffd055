// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

/// A challenge and a response: the form of all proofs and signatures of Belenios 1.
///
/// @param challenge a hash, or in a disjunction a part of one
/// @param response what only who knows the secret could compute
public record Proof(Scalar challenge, Scalar response) {
    /// Whether both numbers are exponents of the group in their one form.
    public boolean isInRange(Group group) {
        return group.contains(challenge) && group.contains(response);
    }
}
