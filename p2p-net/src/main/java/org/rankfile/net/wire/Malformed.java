// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

/// Foreign bytes that are not what their specification says. The message names the rule that was
/// broken, never the bytes.
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    /// Bytes that break the named rule.
    public Malformed(String rule) {
        super(rule);
    }
}
