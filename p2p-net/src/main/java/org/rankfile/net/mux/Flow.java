// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

/// Windows and closings of one stream. Not safe for several threads.
final class Flow {
    final int id;

    /// What the far end has granted us and we have not used.
    long sendWindow;

    /// What we have granted the far end and it has not used.
    long credit;

    /// What has been read here since the last window update.
    int unreturned;

    boolean ownEnd;
    boolean farEnd;

    Flow(int id, long sendWindow, long credit) {
        this.id = id;
        this.sendWindow = sendWindow;
        this.credit = credit;
    }

    boolean over() {
        return ownEnd && farEnd;
    }
}
