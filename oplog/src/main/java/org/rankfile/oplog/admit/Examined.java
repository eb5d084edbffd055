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

    /// One of our keys opened it, and it has no author.
    record Authorless(SealedOp op, byte[] content) implements Examined {}

    /// None of our keys opens it. It is stored and passed on all the same.
    ///
    /// @param keyring how far we were with our keys when it was tried
    record Opaque(SealedOp op, long keyring) implements Examined {}

    /// One of our keys opened it and it is not what it must be.
    record Broken(SealedOp op, Refusal why) implements Examined {}
}
