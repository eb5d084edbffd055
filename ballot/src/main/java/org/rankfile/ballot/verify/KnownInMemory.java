// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.crypto.Hash;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what is valid for as long as it lives, a hash for each ballot.
public final class KnownInMemory implements Known {
    private final Set<Hash> known = ConcurrentHashMap.newKeySet();

    @Override
    public boolean contains(Hash what) {
        return known.contains(what);
    }

    @Override
    public void add(Hash what) {
        known.add(what);
    }
}
