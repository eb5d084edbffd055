// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.vault;

import org.rankfile.crypto.Secret;

/// What opening a vault came to.
///
/// ```java
/// switch (Vault.open(file, passphrase)) {
///     case VaultOutcome.Opened opened -> use(opened.contents());
///     case VaultOutcome.WrongPassphrase wrong -> askAgain();
///     case VaultOutcome.Damaged damaged -> offerBackup(damaged.where());
///     case VaultOutcome.TooNew newer -> askForUpdate();
/// }
/// ```
public sealed interface VaultOutcome {
    /// The passphrase was right and nothing was changed.
    record Opened(Secret contents) implements VaultOutcome {}

    /// The file is whole and the passphrase is not its own.
    record WrongPassphrase() implements VaultOutcome {}

    /// The file was changed, cut or was never a vault.
    record Damaged(Where where) implements VaultOutcome {}

    /// A later version of the program wrote it.
    record TooNew() implements VaultOutcome {}

    /// Where the damage shows.
    enum Where {
        /// Not the size of a vault.
        LENGTH,
        /// Does not start as a vault does.
        MAGIC,
        /// The checksum over the whole file differs.
        CHECKSUM,
        /// A cost outside the accepted bounds.
        COST,
        /// The contents do not open although the passphrase is right.
        CONTENTS
    }
}
