// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Is told of admitted content. Called on the engine thread; must not block.
public interface ContentListener {
    /// An op was admitted: every op that its author knew has been told before.
    void admitted(ContentOp op);

    /// A batch is over, or members, peers or the state of synchronisation changed.
    void changed();
}
