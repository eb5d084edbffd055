// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.oplog.JoinRefusal;

import java.util.List;

/// Where the inviting side of one connection stands. Immutable.
public sealed interface InviterStatus {

    /// The stranger has yet to prove the secret and its keys.
    record Proving() implements InviterStatus {}

    /// Proven: to be approved or refused, or approved at once if the invitation says so.
    ///
    /// @param invitation as noted down when it was made
    /// @param keys proven keys of the device
    /// @param name the name asked for
    /// @param words to compare with those on the joiner's screen
    record Waiting(Issued invitation, DeviceKeys keys, String name, List<String> words)
            implements InviterStatus {

        /// Copies the words.
        public Waiting {
            words = List.copyOf(words);
        }
    }

    /// Approved, and the joiner has not yet said that it arrived.
    record Handing(Issued invitation, DeviceKeys keys) implements InviterStatus {}

    /// The joiner has everything; the invitation is closed.
    record Done(DeviceKeys keys) implements InviterStatus {}

    /// It is over.
    ///
    /// @param byJoiner the joiner gave up and named this reason
    record Refused(JoinRefusal reason, boolean byJoiner) implements InviterStatus {}
}
