// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

/// Is told what happens to a [LocalLog]. Engine thread only.
interface LogEvents {
    /// Content of the layer above stands.
    void content(ContentOp op);

    /// An op is held and durable, whoever made it.
    void held(CircleTag circle, OpKey key);

    /// People or devices changed.
    void membersChanged();
}
