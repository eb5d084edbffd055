// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// The record of a ballot, as it is given to others. The arrays are the caller's.
///
/// @param archive the file that belenios-tool and our verifier read
/// @param annex what the archive cannot show
/// @param declaration rules, figures and outcome
public record BallotRecord(byte[] archive, byte[] annex, Declaration declaration) {}
