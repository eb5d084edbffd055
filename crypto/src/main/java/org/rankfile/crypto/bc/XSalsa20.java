// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// XSalsa20 as Bouncy Castle computes it.
public final class XSalsa20 {
    private final XSalsa20Engine engine = new XSalsa20Engine();

    /// A stream from its start.
    public XSalsa20(byte[] key, byte[] nonce) {
        engine.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
    }

    /// Combines the next bytes of the stream with the given ones, in place.
    public void apply(byte[] bytes, int offset, int length) {
        engine.processBytes(bytes, offset, length, bytes, offset);
    }
}
