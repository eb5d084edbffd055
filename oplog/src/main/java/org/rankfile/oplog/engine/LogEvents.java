// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

/// Is told what happens to a [LocalLog]. Engine thread only.
interface LogEvents {
    /// Nobody is told: only what stands is of interest.
    LogEvents UNHEARD =
            new LogEvents() {
                @Override
                public void content(ContentOp op) {
                    // Nobody is told.
                }

                @Override
                public void authorless(AuthorlessObject object) {
                    // As above.
                }

                @Override
                public void held(CircleTag circle, OpKey key) {
                    // As above.
                }

                @Override
                public void membersChanged() {
                    // As above.
                }
            };

    /// Content of the layer above stands.
    void content(ContentOp op);

    /// Content without an author was admitted.
    void authorless(AuthorlessObject object);

    /// An op is held and durable, whoever made it.
    void held(CircleTag circle, OpKey key);

    /// People or devices changed.
    void membersChanged();
}
