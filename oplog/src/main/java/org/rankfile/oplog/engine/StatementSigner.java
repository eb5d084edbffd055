// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.codec.DeviceLabels;

/// Signs statements of the layer above with the device's key, and none of the log's (OP-27).
///
/// @param key not closed here
record StatementSigner(SigningKey key) implements Signer {
    @Override
    public Signature sign(Label label, byte[]... parts) {
        if (DeviceLabels.areOwn(label)) {
            throw new IllegalArgumentException("a label of the log's own: " + label.text());
        }
        return key.sign(label, parts);
    }
}
