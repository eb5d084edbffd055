// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import java.util.List;

/// Where fellow members were reached before, kept sealed in the home. Any thread; blocks on the
/// disk.
public interface AddressBook {
    /// The most addresses that are kept; the oldest go first.
    int ADDRESSES = 64;

    /// All of them, the latest first.
    List<String> all() throws HomeRefused;

    /// Keeps an address, or makes it the latest.
    ///
    /// @param multiaddr as it was dialled, with the peer's id
    void remember(String multiaddr) throws HomeRefused;
}
