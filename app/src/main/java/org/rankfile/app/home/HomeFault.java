// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

/// Why a home could not be made, opened, joined or connected. Command line and desktop have one
/// sentence for each, which says what to do.
public enum HomeFault {
    /// There is no home in this directory.
    NO_HOME,
    /// There is a home, or something else, in this directory already.
    HOME_EXISTS,
    /// Another process has this home open.
    HOME_IN_USE,
    /// The passphrase is another one.
    WRONG_PASSPHRASE,
    /// A new passphrase has fewer than [Homes#PASSPHRASE_CHARS] characters.
    SHORT_PASSPHRASE,
    /// The file that holds the keys is cut or changed.
    VAULT_DAMAGED,
    /// The log is cut, changed, or of another home.
    LOG_DAMAGED,
    /// A later version of the program wrote this home.
    TOO_NEW,
    /// The disk is full.
    DISK_FULL,
    /// The directory or a file in it cannot be written.
    READ_ONLY,
    /// The operating system refused to read or write.
    DISK,
    /// A name is empty, too long or not plain text.
    BAD_NAME,
    /// Not an invitation, or one with a mistake in it.
    BAD_INVITATION,
    /// The invitation has expired.
    INVITATION_EXPIRED,
    /// The invitation was used before.
    INVITATION_USED,
    /// The invitation names no address: whoever made it was not listening.
    INVITATION_WITHOUT_ADDRESS,
    /// A manager said no.
    JOIN_REFUSED,
    /// What came from the other side makes no sense: another program, or somebody in between.
    JOIN_BROKEN,
    /// Nobody answers at the address.
    UNREACHABLE,
    /// Whoever answers is not in this local.
    STRANGER,
    /// The address cannot be listened on.
    CANNOT_LISTEN,
    /// Not an address that can be dialled or listened on.
    BAD_ADDRESS,
    /// The network failed.
    NETWORK,
    /// The path of the home is too long for a socket in it.
    PATH_TOO_LONG,
    /// It was interrupted.
    INTERRUPTED
}
