// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.crypto.Secret;

import java.io.IOException;
import java.util.Optional;

/// Where the secrets of ballots lie on this device: apart from the log and from backups, so that
/// they can be destroyed. Implemented by whoever owns the disk.
public interface BallotSecrets {
    /// What is kept under a name; empty if nothing is.
    ///
    /// @param name lower-case letters, digits and hyphens, at most 64
    /// @throws IOException if it cannot be read
    Optional<Secret> get(String name) throws IOException;

    /// Keeps a value, in the place of the one before. It is on the disk when this returns.
    ///
    /// @throws IOException if it was not kept; then the one before is
    void put(String name, Secret value) throws IOException;

    /// Makes a value unreadable for good, in every version that the disk may still hold. Nothing
    /// happens where there is none.
    ///
    /// @throws IOException if that is not certain
    void destroy(String name) throws IOException;
}
