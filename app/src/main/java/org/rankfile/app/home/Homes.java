// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.Founding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The homes on this machine. All methods block, some for seconds; any thread but the window's. A
/// passphrase stays the caller's, who wipes it.
public interface Homes {
    /// The shortest passphrase that a new home takes, in characters.
    int PASSPHRASE_CHARS = 8;

    /// For how long an invitation is good: it reaches people who work shifts and are often offline.
    Duration INVITATION_VALID = Duration.ofDays(7);

    /// The home that is meant when none is named.
    Path usual();

    /// Whether a home is in this directory; it may be in use or damaged all the same.
    boolean isHome(Path dir);

    /// Founds a local in a new home. A forgotten passphrase cannot be recovered.
    ///
    /// @param dir must not exist, or be empty
    OpenHome create(Path dir, Secret passphrase, Founding founding) throws HomeRefused;

    /// Opens a home. Takes the time that the passphrase costs, and reads the log.
    OpenHome open(Path dir, Secret passphrase) throws HomeRefused;

    /// Joins a local with an invitation, in a new home or in one where joining was interrupted.
    /// Blocks until a manager has decided, at the longest 12 hours; can be interrupted, and done
    /// again with the same directory, passphrase and invitation.
    ///
    /// @param words is given the words to read out to the manager, on this thread
    OpenHome join(Path dir, Secret passphrase, Joining joining, Consumer<List<String>> words)
            throws HomeRefused;

    /// What a newcomer brings.
    ///
    /// @param invitation its text
    /// @param name what to be called: 1 to 80 characters
    record Joining(String invitation, String name) {
        /// Leaves the invitation out: it is a secret.
        @Override
        public String toString() {
            return "Joining";
        }
    }
}
