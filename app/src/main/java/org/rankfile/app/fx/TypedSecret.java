// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import org.rankfile.crypto.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A passphrase that somebody typed, on its way out of the toolkit.
public final class TypedSecret {
    private TypedSecret() {}

    /// What was typed, as UTF-8. The caller wipes it. The toolkit's own copy is a string, which
    /// only the collector can take away.
    public static Secret of(String typed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        Secret secret = Secret.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }
}
