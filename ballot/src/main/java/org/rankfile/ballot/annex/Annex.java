// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.annex;

import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.SignedVote;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.crypto.Signature;

import java.util.List;
import java.util.Optional;

/// The annex of an archive (`annex.json`). Whoever has both can check everything but names.
///
/// @param notice what was fixed beforehand
/// @param convenor the convenor's signature of the notice
/// @param agreed the signatures of the notice, by the tellers in their order
/// @param rules the text of the rules that decide
/// @param roll who could vote, as numbers and hashes
/// @param heads for each ballot of the archive what stood before it in its envelope
/// @param also envelopes that were closed in, but stand for nothing
/// @param aside envelopes that were not closed in
/// @param receipts what witnesses entered
/// @param ends where their logs ended
/// @param countersigned which of those tellers had seen
/// @param seals of the tellers
public record Annex(
        Notice notice,
        Optional<Signature> convenor,
        List<Signature> agreed,
        String rules,
        SignedRoll roll,
        List<byte[]> heads,
        List<CastEnvelope> also,
        List<CastEnvelope> aside,
        List<Receipt> receipts,
        List<Head.Signed> ends,
        List<Head.Signed> countersigned,
        List<SignedVote> seals) {
    public Annex {
        agreed = List.copyOf(agreed);
        heads = List.copyOf(heads);
        also = List.copyOf(also);
        aside = List.copyOf(aside);
        receipts = List.copyOf(receipts);
        ends = List.copyOf(ends);
        countersigned = List.copyOf(countersigned);
        seals = List.copyOf(seals);
    }

    /// The bytes, in their one form.
    public byte[] bytes() {
        return AnnexJson.bytes(this);
    }
}
