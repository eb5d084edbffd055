// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.store.ReadTxn;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.WriteTxn;

import java.util.Arrays;
import java.util.Optional;

/// An op as a row of the store: `flags:1 | prefix | head`, and the body beside it, which can be
/// erased (OP-12).
///
/// @param own whether this device made it
/// @param verified whether its signature held when it was stored
record Row(SealedOp op, boolean own, boolean verified) {
    private static final int OWN = 1;
    private static final int VERIFIED = 2;

    long append(WriteTxn txn) throws StoreException {
        byte[] wire = op.wire();
        byte[] head = new byte[1 + op.bodyAt()];
        head[0] = (byte) ((own ? OWN : 0) | (verified ? VERIFIED : 0));
        System.arraycopy(wire, 0, head, 1, op.bodyAt());
        return txn.append(head, Arrays.copyOfRange(wire, op.bodyAt(), wire.length));
    }

    /// Reads the row of a position whose head is at hand.
    static Row read(ReadTxn txn, long pos, byte[] head) throws StoreException {
        byte[] body = txn.body(pos).orElseThrow(Row::damaged);
        byte[] wire = Arrays.copyOfRange(head, 1, head.length + body.length);
        System.arraycopy(body, 0, wire, head.length - 1, body.length);
        SealedOp op = SealedOp.parse(wire).orElseThrow(Row::damaged);
        return new Row(op, (head[0] & OWN) != 0, (head[0] & VERIFIED) != 0);
    }

    /// The bytes of an op as they travel; empty where its body was erased.
    static Optional<byte[]> wire(ReadTxn txn, long pos) throws StoreException {
        Optional<byte[]> head = txn.head(pos);
        return head.isPresent() && txn.body(pos).isPresent()
                ? Optional.of(read(txn, pos, head.get()).op().wire())
                : Optional.empty();
    }

    private static StoreException damaged() {
        return new StoreException(Reason.DAMAGED, null);
    }
}
