// SPDX-License-Identifier: GPL-3.0-or-later

/// One hash that stands for many things, and short proofs of what is among them and what is not.
package org.rankfile.ballot.merkle;
