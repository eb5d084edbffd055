// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

/// A set of acts that has, with each, all that its author knew: everything that is here, or what
/// one op knew.
@FunctionalInterface
interface View {
    /// Everything that is here.
    View NOW = _ -> true;

    /// Whether an act is in it.
    boolean has(Act act);
}
