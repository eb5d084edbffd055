// SPDX-License-Identifier: GPL-3.0-or-later

/// The container that a passphrase opens.
package org.rankfile.crypto.vault;
