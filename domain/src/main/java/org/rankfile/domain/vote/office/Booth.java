// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Draft;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.TestBallot;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.roll.Enrolment;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotRefused;
import org.rankfile.domain.vote.CheckedTest;
import org.rankfile.domain.vote.Choices;
import org.rankfile.domain.vote.office.BallotOffice.Kept;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.oplog.AppendRefused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What voters want done: at their own device, or at a laptop that is shared. Engine thread only.
public final class Booth {
    private final BallotOffice office;
    private final Means means;
    private final Map<String, Prepared> drafts = new LinkedHashMap<>();

    private record Prepared(String ballot, Draft draft) {}

    /// The booth of an office.
    public Booth(BallotOffice office) {
        this.office = office;
        means = office.means();
    }

    /// Enrols again.
    public void enrolAgain(String name) throws BallotRefused, AppendRefused, IOException {
        Kept kept = office.find(name);
        Open open = voting(kept, false);
        if (!kept.duties().voter().enrolAgain(open)) {
            throw new BallotRefused(BallotRefusal.NOT_ENTITLED);
        }
    }

    private Open voting(Kept kept, boolean begun) throws BallotRefused {
        Open open =
                kept.ballot().open().orElseThrow(() -> new BallotRefused(BallotRefusal.NOT_OPEN));
        Schedule schedule = open.ready().schedule();
        if (schedule.isOver(means.millis())) {
            throw new BallotRefused(BallotRefusal.OVER);
        }
        if (begun && !schedule.isVoting(means.millis())) {
            throw new BallotRefused(BallotRefusal.NOT_OPEN);
        }
        return open;
    }

    /// Prepares a ballot.
    ///
    /// @return its code
    public String prepare(String name, Choices choices) throws BallotRefused, IOException {
        Kept kept = office.find(name);
        Open open = voting(kept, true);
        Credential credential = credential(kept, open);
        Draft draft = draft(open, credential.key(), choices);
        drafts.put(draft.code(), new Prepared(kept.ballot().id(), draft));
        if (drafts.size() > Limits.DRAFTS) {
            String oldest = drafts.keySet().iterator().next();
            Optional.ofNullable(drafts.remove(oldest)).ifPresent(each -> each.draft().close());
        }
        return draft.code();
    }

    private Credential credential(Kept kept, Open open) throws BallotRefused, IOException {
        VoterDuty voter = kept.duties().voter();
        if (!voter.isEntitled(open)) {
            throw new BallotRefused(BallotRefusal.NOT_ENTITLED);
        }
        return voter.record()
                .flatMap(VoterRecord::credential)
                .orElseThrow(() -> new BallotRefused(BallotRefusal.NOT_ENROLLED));
    }

    private Draft draft(Open open, Element credential, Choices choices) throws BallotRefused {
        List<List<Integer>> bits =
                choices.bits(open.ready().notice().questions())
                        .orElseThrow(() -> new BallotRefused(BallotRefusal.BAD_ANSWER));
        try (Secret seed = Secret.random(TestBallot.SEED_BYTES, means.random())) {
            return Draft.of(open.ready().election(), credential, bits, seed);
        }
    }

    private Prepared take(String code) throws BallotRefused {
        return Optional.ofNullable(drafts.remove(code))
                .orElseThrow(() -> new BallotRefused(BallotRefusal.NO_SUCH_DRAFT));
    }

    /// Casts what was prepared.
    ///
    /// @return the tracker
    public String castDraft(String code) throws BallotRefused, AppendRefused, IOException {
        Prepared prepared = take(code);
        try (Draft draft = prepared.draft()) {
            Kept kept = office.find(prepared.ballot());
            Open open = voting(kept, true);
            Credential credential = credential(kept, open);
            List<CastEnvelope> before =
                    kept.duties().voter().record().map(VoterRecord::cast).orElse(List.of());
            CastEnvelope envelope = seal(open, draft, credential, before);
            kept.duties().voter().keep(envelope);
            office.changed();
            return envelope.ballot().tracker();
        }
    }

    /// Tests what was prepared: it can never be cast.
    public TestBallot testDraft(String code) throws BallotRefused {
        return take(code).draft().test();
    }

    /// Makes the code of a tested ballot again.
    public CheckedTest checkTest(byte[] test) throws BallotRefused {
        try {
            TestBallot read = TestBallot.read(test);
            Election election =
                    office.all().stream()
                            .flatMap(kept -> kept.ballot().open().stream())
                            .map(open -> open.ready().election())
                            .filter(each -> each.fingerprint().equals(read.electionHash()))
                            .findFirst()
                            .orElseThrow(() -> new BallotRefused(BallotRefusal.NO_SUCH_BALLOT));
            return new CheckedTest(
                    read.code(election),
                    election.questions(),
                    Choices.of(election.questions(), read.choices()));
        } catch (Malformed none) {
            throw new BallotRefused(BallotRefusal.NO_TEST);
        }
    }

    private CastEnvelope seal(
            Open open, Draft draft, Credential credential, List<CastEnvelope> before)
            throws BallotRefused {
        if (before.size() >= org.rankfile.ballot.Limits.CASTS) {
            throw new BallotRefused(BallotRefusal.TOO_OFTEN);
        }
        Place place = before.isEmpty() ? Place.FIRST : before.getLast().next();
        return CastEnvelope.seal(
                open.ready().election(),
                draft.sign(credential, means.random()),
                credential,
                place,
                means.random());
    }

    /// Casts for the holder of a card.
    public String castByCard(String name, PollCard card, Choices choices)
            throws BallotRefused, AppendRefused {
        Kept kept = office.find(name);
        Open open = voting(kept, true);
        boolean known =
                open.ready().roster().members().stream()
                        .anyMatch(member ->
                                member.id().equals(card.member())
                                        && member.key().equals(card.identity().verifyKey()));
        if (!known) {
            throw new BallotRefused(BallotRefusal.UNKNOWN_CARD);
        }
        String uuid = open.ready().uuid();
        String fingerprint = open.ready().fingerprint();
        Credential credential = card.credential(Ceremony.GROUP, uuid);
        List<CastEnvelope> before =
                Stream.concat(
                                open.box().envelopes().stream(),
                                office.gate().brought().values().stream())
                        .filter(each -> each.ballot().electionHash().equals(fingerprint))
                        .filter(each -> each.ballot().credential().equals(credential.key()))
                        .distinct()
                        .sorted(Comparator.comparingInt(CastEnvelope::seq))
                        .toList();
        CastEnvelope envelope;
        try (Draft draft = draft(open, credential.key(), choices)) {
            envelope = seal(open, draft, credential, before);
        }
        if (!open.rolls().everListed(credential.key())) {
            Enrolment.Place place = new Enrolment.Place(uuid, card.member(), 0);
            VoterRecord record = VoterDuty.enrol(means, place, credential, card.identity());
            VoterDuty.send(kept.ballot(), record, means);
        }
        office.gate().put(envelope);
        return envelope.ballot().tracker();
    }

    /// Envelopes to carry.
    public List<CastEnvelope> handOut() throws IOException {
        List<CastEnvelope> all = new ArrayList<>();
        for (Kept each : office.all()) {
            Optional<Open> open = each.ballot().open();
            if (open.isPresent() && each.ballot().sealed().isEmpty()) {
                each.duties().voter().pending(open.get()).ifPresent(all::add);
            }
        }
        return all;
    }

    /// Takes envelopes that were carried.
    public int handIn(List<CastEnvelope> envelopes) throws AppendRefused {
        int taken = 0;
        for (CastEnvelope each : envelopes) {
            boolean here =
                    office.all().stream()
                            .flatMap(kept -> kept.ballot().open().stream())
                            .anyMatch(open -> open.box().has(each.id()));
            if (!here && office.gate().put(each)) {
                taken++;
            }
        }
        return taken;
    }
}
