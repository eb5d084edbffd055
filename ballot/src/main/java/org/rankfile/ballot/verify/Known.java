// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.crypto.Hash;

/// What was found valid before and need not be checked again. May be asked from several threads.
public interface Known {
    /// Whether this was found valid.
    boolean contains(Hash what);

    /// Remembers that this is valid.
    void add(Hash what);

    /// Remembers nothing.
    Known NOTHING =
            new Known() {
                @Override
                public boolean contains(Hash what) {
                    return false;
                }

                @Override
                public void add(Hash what) {}
            };
}
