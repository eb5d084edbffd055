// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.roll.Enrolment;
import org.rankfile.ballot.roll.LeafOpening;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signer;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.EntryMail;
import org.rankfile.domain.vote.step.Letter;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A voter's device: enrols by itself as soon as there is something to enrol in, so that being
/// enrolled says nothing, and hands over a cell in every window, so that handing one over says
/// nothing either.
final class VoterDuty {
    private static final int REPLY_BYTES = 32;

    private final Means means;
    private final Balloting ballot;
    private final CellBox box;
    private Optional<VoterRecord> record;
    private Optional<CastEnvelope> lastTry = Optional.empty();
    private Found found = new Found(-1, -1, Optional.empty());
    private final CellPlan plan;
    private int castIn;

    /// What a version of the roll says of an enrolment.
    private record Found(int version, int enrolment, Optional<LeafOpening.Finding> finding) {}

    VoterDuty(Means means, Balloting ballot) throws IOException {
        this.means = means;
        this.ballot = ballot;
        Ready ready = ballot.open().orElseThrow().ready();
        plan = new CellPlan(ready.schedule(), means.random());
        castIn = plan.window(means.millis());
        box = CellBox.of(ready.notice().questions());
        record = means.chest(ballot).voter(ready.uuid());
    }

    /// What this device keeps; empty before it enrolled, and after its credential was destroyed.
    Optional<VoterRecord> record() {
        return record;
    }

    /// Whether this device's member is in the roster, with this device's key.
    boolean isEntitled(Open open) {
        DeviceId device = means.replica().status().device();
        return open.ready().roster().members().stream()
                .filter(member -> member.id().equals(means.me().hash()))
                .anyMatch(member -> DeviceId.of(member.key()).equals(device));
    }

    void act(Open open) throws AppendRefused, IOException {
        if (!isEntitled(open) || open.ready().schedule().isOver(means.millis())) {
            return;
        }
        if (record.isEmpty()) {
            keep(enrol(open, 0));
        }
        send();
        if (open.ready().schedule().isVoting(means.millis())) {
            handOver(open);
        }
    }

    /// Enrols again, with a new credential: what was cast with the old one will not count.
    ///
    /// @return whether that is possible once more
    boolean enrolAgain(Open open) throws AppendRefused, IOException {
        int next = record.map(each -> each.enrolment().number() + 1).orElse(0);
        if (!isEntitled(open) || next >= org.rankfile.ballot.Limits.ENROLMENTS) {
            return false;
        }
        keep(enrol(open, next));
        send();
        return true;
    }

    private VoterRecord enrol(Open open, int number) {
        Credential credential =
                Credential.draw(Ceremony.GROUP, open.ready().uuid(), means.random());
        Enrolment.Place place = new Enrolment.Place(open.ready().uuid(), means.me().hash(), number);
        return enrol(means, place, credential, means.replica().signer());
    }

    static VoterRecord enrol(
            Means means, Enrolment.Place place, Credential credential, Signer member) {
        Enrolment enrolment =
                Enrolment.sign(Ceremony.GROUP, place, credential, member, means.random());
        Secret reply = Secret.random(REPLY_BYTES, means.random());
        return new VoterRecord(Optional.of(credential), reply, enrolment, false, List.of());
    }

    /// Once; after a crash in between again, which changes nothing.
    private void send() throws AppendRefused, IOException {
        VoterRecord mine = record.orElseThrow();
        if (!mine.sent()) {
            send(ballot, mine, means);
            keep(mine.whenSent());
        }
    }

    static void send(Balloting ballot, VoterRecord record, Means means) throws AppendRefused {
        byte[] text = RegistrarDuty.letter(record.enrolment(), record.reply());
        List<Letter> letters = new ArrayList<>();
        for (PersonId registrar : ballot.form().officers().registrars()) {
            PreKeyPublic to = ballot.ceremony().accepted(registrar).orElseThrow().letters();
            letters.add(Letter.seal(to, RegistrarDuty.ENROL, ballot.id(), text, means.random()));
        }
        means.say(ballot, new Step.Enrol(letters));
    }

    /// Keeps an envelope before it goes anywhere.
    void keep(CastEnvelope envelope) throws IOException {
        keep(record.orElseThrow().with(envelope));
        castIn = plan.window(means.millis());
    }

    /// Destroys the credential: the ballot is over.
    void forget() throws IOException {
        if (record.isPresent() && record.get().credential().isPresent()) {
            means.chest(ballot).destroyCredential();
            record = record.map(VoterRecord::withoutCredential);
        }
    }

    private void keep(VoterRecord now) throws IOException {
        means.chest(ballot).put(now);
        record = Optional.of(now);
    }

    /// The last envelope that too few witnesses have seen.
    Optional<CastEnvelope> pending(Open open) {
        return record.stream()
                .flatMap(each -> each.cast().reversed().stream())
                .limit(1)
                .filter(each -> open.box().witnesses(each.id()).size() < open.box().needed())
                .findFirst();
    }

    private void handOver(Open open) throws AppendRefused {
        int window = open.ready().schedule().window(means.millis());
        Optional<CastEnvelope> pending =
                pending(open)
                        .filter(each -> !open.box().has(each.id()))
                        .filter(_ -> plan.takes(window, castIn));
        Set<Integer> handed = handed();
        boolean due = plan.isDue(means.millis(), handed);
        boolean last = window == Limits.CELLS - 1 && handed.contains(window);
        if (due || (last && pending.isPresent() && !lastTry.equals(pending))) {
            lastTry = pending;
            hand(window, pending);
        }
    }

    private void hand(int window, Optional<CastEnvelope> pending) throws AppendRefused {
        List<PersonId> witnesses = ballot.form().officers().witnesses();
        int witness = plan.witness(witnesses.size(), witnesses.indexOf(means.me()));
        PreKeyPublic to =
                ballot.ceremony().accepted(witnesses.get(witness)).orElseThrow().letters();
        Letter letter =
                Letter.seal(to, CellBox.CELL, ballot.id(), box.pack(pending), means.random());
        means.say(ballot, new Step.Cell(window, witness, letter));
    }

    private Set<Integer> handed() {
        Set<Integer> windows = new HashSet<>();
        for (Balloting.Posted<Step.Cell> each : ballot.cells()) {
            if (each.author().equals(means.me())) {
                windows.add(each.said().window());
            }
        }
        return windows;
    }

    /// When this device hands over its next cell, in milliseconds.
    long nextMillis() {
        return plan.momentMillis();
    }

    /// What the roll says of this device's member; empty while it says nothing.
    Optional<LeafOpening.Finding> finding(Open open) {
        Optional<Rolls.Version> standing = open.rolls().standing();
        if (record.isEmpty() || standing.isEmpty()) {
            return Optional.empty();
        }
        int version = standing.get().roll().statement().version();
        int number = record.get().enrolment().number();
        if (found.version() != version || found.enrolment() != number) {
            found = new Found(version, number, opening(open, standing.get(), record.get()));
        }
        return found.finding();
    }

    private Optional<LeafOpening.Finding> opening(
            Open open, Rolls.Version version, VoterRecord mine) {
        int number = version.roll().statement().version();
        for (EntryMail mail : version.entries()) {
            Optional<byte[]> text = mail.open(mine.reply(), open.ready().uuid(), number);
            if (text.isPresent()) {
                return Optional.of(finding(version, text.get(), mine));
            }
        }
        return Optional.empty();
    }

    private LeafOpening.Finding finding(Rolls.Version version, byte[] text, VoterRecord mine) {
        try {
            return LeafOpening.read(text)
                    .check(
                            version.roll().statement(),
                            version.credentials(),
                            means.me().hash(),
                            Optional.of(mine.enrolment()));
        } catch (Malformed wrong) {
            return LeafOpening.Finding.WRONG;
        }
    }
}
