// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.annex.Annex;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.Asked;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotRefused;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.Held;
import org.rankfile.domain.vote.Returns;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.rule.RuleSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the record of a ballot that was counted. The same everywhere, but for what was not closed
/// in and for which tellers' parts were there.
final class Recorder {
    private final Balloting ballot;
    private final Open open;
    private final Tallying.Counted counted;

    Recorder(Balloting ballot, Open open, Tallying.Counted counted) {
        this.ballot = ballot;
        this.open = open;
        this.counted = counted;
    }

    BallotRecord record(LocalDate day, List<String> tellers) throws BallotRefused, IOException {
        Notice notice = open.ready().notice();
        RuleSet rules =
                NoticeDuty.rules(ballot)
                        .orElseThrow(() -> new BallotRefused(BallotRefusal.BAD_RULES));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        counted.box().record().write(archive, notice.times().closes(), counted.parts());
        BallotView.Outcome outcome = Viewer.outcome(open, Optional.of(rules), counted);
        if (outcome.verdict().isEmpty()) {
            throw new BallotRefused(BallotRefusal.BAD_RULES);
        }
        Held held =
                new Held(
                        open.ready().election().terms().name(),
                        notice.questions().stream()
                                .map(question -> new Asked(question.text(), question.answers()))
                                .toList(),
                        day,
                        notice.rehearsal(),
                        open.ready().fingerprint(),
                        Optional.of(Hash.sha256Plain(archive.toByteArray())));
        Returns returns = new Returns.Counted(outcome.figures(), outcome.late());
        return new BallotRecord(
                archive.toByteArray(),
                annex().bytes(),
                new Declaration(held, rules, returns, tellers));
    }

    private Annex annex() {
        ClosedBox box = counted.box();
        List<CastEnvelope> also = new ArrayList<>(box.set().equivocations());
        also.addAll(box.set().repeated());
        int version = ballot.sealed().flatMap(ballot::contents).orElseThrow().roll();
        return new Annex(
                open.ready().notice(),
                ballot.called(),
                ballot.agreements(),
                ballot.form().rules(),
                open.rolls().version(version).orElseThrow().roll(),
                box.set().exported().stream().map(CastEnvelope::head).toList(),
                also,
                box.aside().stream().map(ClosedBox.Aside::envelope).toList(),
                open.box().receipts(),
                open.box().ends(),
                open.box().countersigned(),
                ballot.seals());
    }
}
