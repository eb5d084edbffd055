// SPDX-License-Identifier: GPL-3.0-or-later

/// Keys, hashes, signatures and seals: value types with few verbs, each use with its own label.
package org.rankfile.crypto;
