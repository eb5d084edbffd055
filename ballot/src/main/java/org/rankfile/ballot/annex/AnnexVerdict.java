// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.annex;

import java.util.Optional;

/// What an archive and its annex show together.
///
/// @param eligibility what speaks against the list of voters; empty where it is as was announced
/// @param closing what speaks against the set of ballots; empty where it is what tellers sealed
/// @param convenor whether the convenor stands by the notice
/// @param entitled how many could have enrolled
/// @param enrolled how many did
/// @param late how many credentials have a valid ballot that was there in time and came too late
/// @param lateRevotes whether one of those has a ballot that counts as well
public record AnnexVerdict(
        Optional<String> eligibility,
        Optional<String> closing,
        ConvenorSign convenor,
        int entitled,
        int enrolled,
        int late,
        boolean lateRevotes) {}
