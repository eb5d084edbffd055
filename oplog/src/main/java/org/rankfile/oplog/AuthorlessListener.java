// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Is told of admitted objects without an author. Called on the engine thread; must not block.
@FunctionalInterface
public interface AuthorlessListener {
    /// An object was admitted: once for each object in a run of the program, in no particular
    /// order. The same content may come in several objects, since anybody can seal it again.
    void admitted(AuthorlessObject object);
}
