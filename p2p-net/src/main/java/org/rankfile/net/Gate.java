// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

/// The layer above decides who may do what; this layer only asks.
///
/// Called on network threads whenever a peer has proved its identity and at every [Mesh#recheck()]:
/// an implementation answers from memory, at once and without blocking.
@FunctionalInterface
public interface Gate {
    /// What the peer may do now.
    Access accessOf(PeerId peer);

    /// From nothing to everything; the order of the constants is the order of the rights.
    enum Access {
        /// The connection is closed as soon as the peer is known.
        REFUSED,
        /// Only identify, and what is served to strangers (joining).
        STRANGER,
        /// Everything that is served.
        MEMBER;

        /// Whether these rights reach the given ones.
        public boolean atLeast(Access needed) {
            return compareTo(needed) >= 0;
        }
    }
}
