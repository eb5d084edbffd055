// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.SealedOp;

/// What an op is for this device, before it is asked whether it may stand.
public sealed interface Examined {
    /// The op.
    SealedOp op();

    /// One of our keys opened it and its signature holds.
    record Opened(OpenedOp opened) implements Examined {
        @Override
        public SealedOp op() {
            return opened.op();
        }
    }

    /// None of our keys opens it. It is stored and passed on all the same.
    ///
    /// @param learnt how many keys had been learnt when it was tried
    record Opaque(SealedOp op, long learnt) implements Examined {}

    /// One of our keys opened it and it is not what it must be.
    record Broken(SealedOp op, Refusal why) implements Examined {}
}
