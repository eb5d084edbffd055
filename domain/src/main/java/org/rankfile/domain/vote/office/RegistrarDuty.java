// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.ballot.roll.Enrolled;
import org.rankfile.ballot.roll.Enrolment;
import org.rankfile.ballot.roll.LeafOpening;
import org.rankfile.ballot.roll.Roll;
import org.rankfile.ballot.roll.RollAudit;
import org.rankfile.ballot.roll.RollStatement;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.Signature;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.EntryMail;
import org.rankfile.domain.vote.step.Letter;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A registrar's part in one ballot: reads enrolments, writes the roll when it changed, and signs
/// what another registrar wrote if it is what this one would have written. Until voting is over.
final class RegistrarDuty {
    static final Label ENROL = new Label("rankfile/enrol-letter/1");
    private static final Label OPENINGS = new Label("rankfile/openings-letter/1");
    private static final long TURN_MILLIS = 10L * 60 * 1000;
    private static final long REHEARSED_TURN_MILLIS = 3_000;
    private static final long PAUSE_MILLIS = 30_000;
    private static final long REHEARSED_PAUSE_MILLIS = 250;
    private static final int MOST_DOUBLED = 20;

    private final Means means;
    private final Balloting ballot;
    private final int number;
    private final OfficeKeys keys;
    private final List<Enrolment> received = new ArrayList<>();
    private final Map<Hash, Secret> replies = new HashMap<>();
    private Optional<Enrolled> enrolled = Optional.empty();
    private Looked audited = new Looked(-1, -1);
    private Looked written = new Looked(-1, -1);
    private int read;
    private int writtenWith = -1;
    private long writtenMillis;
    private int versions;
    private long changedMillis;

    /// With how many enrolments, and at which last version, there was nothing to do.
    private record Looked(int enrolments, int version) {}

    /// @param number among the registrars, from 0
    RegistrarDuty(Means means, Balloting ballot, int number, OfficeKeys keys) {
        this.means = means;
        this.ballot = ballot;
        this.number = number;
        this.keys = keys;
    }

    void act(Open open) throws AppendRefused, IOException {
        readLetters();
        if (open.ready().schedule().isOver(means.millis()) || received.isEmpty()) {
            return;
        }
        if (!looked(open).equals(audited)) {
            sign(open);
            audited = looked(open);
        }
        if (!looked(open).equals(written) && isTurn() && isTime(open)) {
            write(open);
            written = looked(open);
        }
    }

    private Looked looked(Open open) {
        return new Looked(received.size(), last(open.rolls()));
    }

    private static int last(Rolls rolls) {
        List<Integer> numbers = rolls.numbers();
        return numbers.isEmpty() ? -1 : numbers.getLast();
    }

    private Enrolled enrolled(Open open) {
        Enrolled now = enrolled.orElseGet(() -> Enrolled.of(open.ready().roster(), received));
        enrolled = Optional.of(now);
        return now;
    }

    /// What has come from members; those that cannot be read are nobody's.
    private void readLetters() {
        List<Balloting.Posted<Letter>> all = ballot.enrolments();
        for (; read < all.size(); read++) {
            all.get(read).said().open(keys.letters(), ENROL, ballot.id()).ifPresent(this::receive);
        }
    }

    private void receive(byte[] letter) {
        try {
            JsonValue json = CanonicalJson.read(letter);
            byte[] text = json.field("enrolment").text().getBytes(StandardCharsets.UTF_8);
            Enrolment enrolment = Enrolment.read(text);
            Secret reply = Secret.copyOf(json.field("reply").hash().bytes());
            if (replies.putIfAbsent(enrolment.hash(), reply) == null) {
                received.add(enrolment);
                enrolled = Optional.empty();
                changedMillis = means.millis();
            }
        } catch (Malformed none) {
            // Whoever wrote it is not enrolled by it, and sees that.
        }
    }

    /// What a member writes to a registrar.
    static byte[] letter(Enrolment enrolment, Secret reply) {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("enrolment", new String(enrolment.bytes(), StandardCharsets.UTF_8))
                        .put("reply", Hash.of(reply.expose()).hex()));
    }

    /// Signs what others wrote. What this registrar has no enrolments for waits: they may come.
    private void sign(Open open) throws AppendRefused {
        Rolls rolls = open.rolls();
        for (int version : rolls.numbers()) {
            boolean latest = version > lastSigned(rolls);
            if (latest && version % registrars() != number) {
                Rolls.Version written = rolls.version(version).orElseThrow();
                // Of versions before the standing one the openings are forgotten.
                if (number < written.openings().size() && audits(open, written)) {
                    means.say(
                            ballot,
                            new Step.Cosign(version, signature(written.roll().statement())));
                }
            }
        }
    }

    private Signature signature(RollStatement statement) {
        return Objects.requireNonNull(
                SignedRoll.of(statement).signed(number, keys.signing()).signatures().get(number));
    }

    private int lastSigned(Rolls rolls) {
        return rolls.numbers().stream()
                .filter(version -> rolls.isSignedBy(version, number))
                .reduce(-1, Integer::max);
    }

    private int registrars() {
        return ballot.form().officers().registrars().size();
    }

    private boolean audits(Open open, Rolls.Version written) {
        Optional<byte[]> letter =
                written.openings().get(number).open(keys.letters(), OPENINGS, ballot.id());
        if (letter.isEmpty()) {
            return false;
        }
        try {
            List<LeafOpening> openings =
                    CanonicalJson.read(letter.get()).list(Limits.ROSTER, RegistrarDuty::opening);
            Roll roll = new Roll(written.roll().statement(), written.credentials(), openings);
            return new RollAudit(open.ready().roster(), received).flaw(roll).isEmpty();
        } catch (Malformed none) {
            return false;
        }
    }

    private static LeafOpening opening(JsonValue json) throws Malformed {
        return LeafOpening.read(json.text().getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a version if the one that was written last says something else, and if it is this
    /// registrar's turn: the first writes at once, the others after a while each, should those
    /// before them be away.
    private void write(Open open) throws AppendRefused {
        Rolls rolls = open.rolls();
        Enrolled enrolled = enrolled(open);
        int last = last(rolls);
        int version = last + 1;
        while (version % registrars() != number) {
            version++;
        }
        if (version >= Limits.ROLL_VERSIONS || enrolled.standing().isEmpty()) {
            return;
        }
        Roll roll = Roll.of(open.ready().roster(), enrolled, version, means.random());
        Optional<Rolls.Version> before = rolls.version(last);
        boolean same =
                before.isPresent()
                        && Arrays.equals(
                                before.get().credentials().bytes(), roll.credentials().bytes());
        if (same && (rolls.holds(last) || stands(rolls, last))) {
            return;
        }
        means.say(ballot, enrolled(open, enrolled, roll));
        writtenWith = received.size();
        writtenMillis = means.millis();
        versions++;
    }

    /// Whether this registrar still says what it says in a version that others have not signed yet.
    /// The same credentials may stand by other enrolments, which they would not sign.
    private boolean stands(Rolls rolls, int version) {
        boolean own = version % registrars() == number;
        return rolls.isSignedBy(version, number) && (!own || received.size() == writtenWith);
    }

    /// Each version waits twice as long as the one before, so that a thousand enrolments do not
    /// make a thousand versions: at most half a window, and near the end, when nobody can wait,
    /// much less.
    private boolean isTime(Open open) {
        Schedule schedule = open.ready().schedule();
        boolean late = schedule.isHurried(schedule.window(means.millis()));
        long most = schedule.windowMillis() / (late ? 10 : 2);
        long first = ballot.form().rehearsal() ? REHEARSED_PAUSE_MILLIS : PAUSE_MILLIS;
        int doubled = Math.min(versions, MOST_DOUBLED);
        return means.millis() >= writtenMillis + Math.min(most, first << doubled);
    }

    private boolean isTurn() {
        long turn = ballot.form().rehearsal() ? REHEARSED_TURN_MILLIS : TURN_MILLIS;
        return means.millis() >= changedMillis + number * turn;
    }

    private Step.Enrolled enrolled(Open open, Enrolled enrolled, Roll roll) {
        byte[] openings = openings(roll);
        List<Letter> letters = new ArrayList<>();
        for (PersonId registrar : ballot.form().officers().registrars()) {
            boolean own = letters.size() == number;
            PreKeyPublic to = ballot.ceremony().accepted(registrar).orElseThrow().letters();
            letters.add(
                    own
                            ? Letter.NONE
                            : Letter.seal(to, OPENINGS, ballot.id(), openings, means.random()));
        }
        List<EntryMail> entries = new ArrayList<>();
        for (LeafOpening opening : roll.openings()) {
            Enrolment standing = enrolled.standing().get(opening.member());
            Secret reply = standing == null ? null : replies.get(standing.hash());
            if (reply != null) {
                entries.add(
                        EntryMail.seal(
                                reply,
                                open.ready().uuid(),
                                roll.statement().version(),
                                opening.bytes()));
            }
        }
        return new Step.Enrolled(
                roll.statement(),
                roll.credentials(),
                signature(roll.statement()),
                letters,
                entries);
    }

    private static byte[] openings(Roll roll) {
        ArrayNode array = CanonicalJson.array();
        roll.openings()
                .forEach(opening -> array.add(new String(opening.bytes(), StandardCharsets.UTF_8)));
        return CanonicalJson.bytes(array);
    }
}
