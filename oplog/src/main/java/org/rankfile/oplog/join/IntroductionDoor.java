// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

import java.util.List;
import java.util.Optional;

/// The engine's side of an introduction with one peer, for one circle. Engine thread only.
public interface IntroductionDoor {
    /// The tag of the circle.
    CircleTag tag();

    /// Its root secret, which whoever is in the circle has.
    Secret root();

    /// Whether this peer is in the circle, as resolved here and now.
    boolean isKnown();

    /// The same after ops were admitted; where it holds, the peer may use it from then on.
    boolean isKnownNow();

    /// Whether an op of the circle is held here, standing or not.
    boolean isHeld(OpKey key);

    /// The circle's authority plane: the ops that stand, each after those it names.
    List<OpKey> authority();

    /// The bytes of one of those; empty where they cannot be read.
    Optional<byte[]> op(OpKey key);

    /// Keeps an op, if it stands at once by the ordinary rules. Otherwise nothing is stored or
    /// learnt of it.
    ///
    /// @return whether it is durable and stands
    boolean admit(SealedOp op);
}
