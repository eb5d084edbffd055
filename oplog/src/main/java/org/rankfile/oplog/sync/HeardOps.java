// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.HashSet;
import java.util.Set;

/// The last few thousand ops that the peer itself sent, so that they are not pushed back to it. In
/// two generations; forgetting one costs a needless push, no more.
final class HeardOps {

    private static final int GENERATION = 4096;

    private Set<OpKey> young = new HashSet<>();
    private Set<OpKey> old = new HashSet<>();

    void add(OpKey key) {
        if (young.size() >= GENERATION) {
            old = young;
            young = new HashSet<>();
        }
        young.add(key);
    }

    boolean contains(OpKey key) {
        return young.contains(key) || old.contains(key);
    }
}
