// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.tally.Result;
import org.rankfile.crypto.Hash;

import java.util.Optional;
import java.util.Set;

/// What stands in an archive, all of it checked.
///
/// @param election what was asked
/// @param timestamp when the archive was made, as it says, in seconds since 1970
/// @param credentials how many may vote
/// @param ballots how many there are, replaced ones among them
/// @param counted how many count: the last of each credential
/// @param weight the sum of the weights of those
/// @param trustees how many people hold a part of the key
/// @param decrypted the numbers of those who did their part
/// @param result how often each answer was chosen; missing where it was not decrypted yet
/// @param head the hash of the last event, which stands for the whole archive
public record Summary(
        Election election,
        long timestamp,
        int credentials,
        long ballots,
        long counted,
        long weight,
        int trustees,
        Set<Integer> decrypted,
        Optional<Result> result,
        Hash head) {
    public Summary {
        decrypted = Set.copyOf(decrypted);
    }
}
