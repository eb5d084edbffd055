// SPDX-License-Identifier: GPL-3.0-or-later

/// Zero-knowledge proofs: of knowledge, of equal exponents, of one of several.
package org.rankfile.ballot.proof;
