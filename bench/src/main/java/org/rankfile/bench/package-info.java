// SPDX-License-Identifier: GPL-3.0-or-later

/// Speed, measured. Homes are real directories, the network is the real one on the loopback
/// address; nothing here is shipped.
package org.rankfile.bench;
