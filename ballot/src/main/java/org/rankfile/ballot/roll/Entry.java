// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.util.Optional;

/// What a roll says of one member. Its leaf in the tree tells nothing of that to who lacks the
/// salt.
///
/// @param salt 32 random bytes, new in every version of a roll
/// @param member the member's id
/// @param enrolment the hash of the enrolment that stands; missing for one who is not enrolled
record Entry(Hash salt, Hash member, Optional<Hash> enrolment) {
    private static final Label LEAF = new Label("rankfile/roll-leaf/1");

    /// Nothing of the member.
    @Override
    public String toString() {
        return "Entry";
    }

    Hash leaf() {
        byte[] enrolled = {(byte) (enrolment.isPresent() ? 1 : 0)};
        byte[] hash = enrolment.map(Hash::bytes).orElse(new byte[0]);
        return Hash.sha256(LEAF, salt.bytes(), member.bytes(), enrolled, hash);
    }
}
