// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// What an op's author knew. Immutable.
@FunctionalInterface
public interface Causality {
    /// Whether the op with this dot is in the causal past. An op is not in its own past.
    boolean includes(Dot earlier);
}
