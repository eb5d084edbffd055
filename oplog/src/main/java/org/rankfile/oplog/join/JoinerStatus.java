// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.net.NetworkKey;
import org.rankfile.oplog.JoinRefusal;

import java.util.List;

/// Where the joining side stands. Immutable.
public sealed interface JoinerStatus {

    /// Proving the secret and the keys.
    record Proving() implements JoinerStatus {}

    /// A manager is to decide; show these words.
    record Waiting(List<String> words) implements JoinerStatus {

        /// Copies the words.
        public Waiting {
            words = List.copyOf(words);
        }
    }

    /// Admitted: the private network's key, and what the inviter's engine hands over to begin with.
    ///
    /// @param handover whole ops, as the inviter's engine chose them; to be checked by the engine
    record Admitted(NetworkKey networkKey, List<byte[]> handover) implements JoinerStatus {

        /// Copies the list.
        public Admitted {
            handover = List.copyOf(handover);
        }
    }

    /// It is over.
    ///
    /// @param byInviter the inviter said so; else it was found out here
    record Refused(JoinRefusal reason, boolean byInviter) implements JoinerStatus {}
}
