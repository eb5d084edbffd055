// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.util.List;
import java.util.Optional;

/// What a peer says about itself (libp2p identify). Only its key is proved, by the handshake;
/// everything here is the peer's own claim, bounded in size.
///
/// @param agent its program, at most 128 characters, empty if unknown
/// @param protocols what it serves to us
/// @param listening where it says that it listens, addresses of unknown kinds left out
/// @param observed our own address as it sees it
/// @param signed whether `listening` comes from a record that the peer's key has signed
/// @param sequence the number of the latest signed record; a later one has a higher number
public record IdentifyInfo(
        String agent,
        List<String> protocols,
        List<Multiaddr> listening,
        Optional<Multiaddr> observed,
        boolean signed,
        long sequence) {
    /// Nothing known yet.
    public static final IdentifyInfo UNKNOWN =
            new IdentifyInfo("", List.of(), List.of(), Optional.empty(), false, 0);

    /// Copies the lists.
    public IdentifyInfo {
        protocols = List.copyOf(protocols);
        listening = List.copyOf(listening);
    }
}
