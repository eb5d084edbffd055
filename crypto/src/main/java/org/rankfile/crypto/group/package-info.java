// SPDX-License-Identifier: GPL-3.0-or-later

/// The keys of a circle's epochs: pure functions from keys to sealed keys and back. Bytes in, bytes
/// out; who is in a circle is decided elsewhere.
package org.rankfile.crypto.group;
