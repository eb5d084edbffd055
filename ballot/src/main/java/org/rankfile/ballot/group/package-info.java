// SPDX-License-Identifier: GPL-3.0-or-later

/// Groups of prime order: elements, exponents, and numbers encrypted under them.
package org.rankfile.ballot.group;
