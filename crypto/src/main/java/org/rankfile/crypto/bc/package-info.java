// SPDX-License-Identifier: GPL-3.0-or-later

/// The only package that knows Bouncy Castle. Takes and gives arrays; the callers hold the types.
package org.rankfile.crypto.bc;
