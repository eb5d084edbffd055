// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.closing.ClosedBox.Aside;
import org.rankfile.ballot.closing.ClosedBox.Why;
import org.rankfile.ballot.closing.Opening.Outcome;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.BeleniosTool;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.crypto.Hash;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A strike vote from its notice to its archive: a revote, two ballots with one number, a late one,
/// one by a stranger; and what tellers refuse.
class WholeVoteTest {
    @TempDir private Path folder;

    @Test
    @DisplayName(
            "CLOSE-3: what counts is in the archive, and what does not is set aside with a reason")
    void aStrikeVoteFromItsNoticeToItsArchive() throws Exception {
        Polling polling = new Polling(1, 6);
        List<CastEnvelope> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(polling.cast(polling.voters.get(i), 1, Place.FIRST));
        }
        all.add(polling.cast(polling.voters.get(0), 2, all.get(0).next()));
        all.add(polling.cast(polling.voters.get(1), 0, Place.FIRST));
        all.forEach(envelope -> polling.witness(envelope, Polling.CLOSES));
        CastEnvelope late = polling.cast(polling.voters.get(5), 2, Place.FIRST);
        polling.witness(late, Polling.CLOSES + 1);
        Credential nobody =
                Credential.draw(Groups.BELENIOS_2048, polling.notice.uuid(), polling.random);
        CastEnvelope strangers = polling.cast(nobody, 2, Place.FIRST);
        polling.witness(strangers, Polling.OPENS);
        all.addAll(List.of(late, strangers));
        polling.end();

        ClosedBox box = ClosedBox.of(polling.frame, all, polling.postmarks.timely());
        assertThat(box.aside())
                .containsExactlyInAnyOrder(
                        new Aside(late, Why.LATE, ""), new Aside(strangers, Why.UNLISTED, ""));
        assertThat(box.set().equivocations()).hasSize(1);
        assertThat(box.statement().count()).isEqualTo(7);

        byte[] archive = polling.archive(box);
        // The one with two ballots of one number counts as what the smaller hash says.
        boolean blank = all.get(6).ballotHash().compareTo(all.get(1).ballotHash()) < 0;
        assertThat(
                        new ArchiveVerifier(Runnable::run, Known.NOTHING, (done, of) -> true)
                                .verify(() -> new ByteArrayInputStream(archive)))
                .isInstanceOfSatisfying(
                        Holds.class,
                        holds ->
                                assertThat(holds.summary().result().orElseThrow().numbers())
                                        .isEqualTo(
                                                List.of(
                                                        blank
                                                                ? List.of(1L, 3L, 1L)
                                                                : List.of(0L, 4L, 1L))));
        assertThat(
                        !BeleniosTool.isInstalled()
                                || BeleniosTool.accepts(folder, polling.notice.uuid(), archive))
                .isTrue();
    }

    @Test
    @DisplayName(
            "CLOSE-4: any order, repetition and way of envelopes gives one root and one archive")
    void anyWayOfTheEnvelopesGivesOneRootAndOneArchive() throws Exception {
        Polling polling = new Polling(2, 5);
        List<CastEnvelope> all = new ArrayList<>();
        for (Credential voter : polling.voters) {
            all.add(polling.cast(voter, 1, Place.FIRST));
        }
        all.add(polling.cast(polling.voters.get(2), 2, all.get(2).next()));
        all.forEach(envelope -> polling.witness(envelope, Polling.OPENS));
        polling.end();
        ClosedBox first = ClosedBox.of(polling.frame, all, polling.postmarks.timely());
        byte[] expected = written(first);
        for (int i = 0; i < 10; i++) {
            List<CastEnvelope> other = new ArrayList<>();
            for (CastEnvelope envelope : all) {
                other.add(CastEnvelope.read(envelope.bytes()));
            }
            other.addAll(all.subList(0, polling.random.nextInt(all.size())));
            Collections.shuffle(other, new Random(polling.random.nextLong()));
            ClosedBox box = ClosedBox.of(polling.frame, other, polling.postmarks.timely());
            assertThat(box.statement()).isEqualTo(first.statement());
            assertThat(written(box)).isEqualTo(expected);
        }
        ClosedBox less = ClosedBox.of(polling.frame, all.subList(0, 5), polling.postmarks.timely());
        assertThat(less.statement().root()).isNotEqualTo(first.statement().root());
    }

    @Test
    @DisplayName("CLOSE-7: what was proven when it came is not proven again, and all else is")
    void whatWasProvenWhenItCameIsNotProvenAgain() throws Exception {
        Polling polling = new Polling(4, 5);
        List<CastEnvelope> all = new ArrayList<>();
        for (Credential voter : polling.voters) {
            all.add(polling.cast(voter, 1, Place.FIRST));
        }
        // Ana's ballot in an envelope that Ben signed; and a voter whom nobody listed.
        CastEnvelope forged =
                CastEnvelope.seal(
                        polling.frame.election(),
                        all.getFirst().ballot(),
                        polling.voters.get(1),
                        all.getFirst().next(),
                        polling.random);
        Credential stranger =
                Credential.draw(
                        polling.frame.election().group(), polling.notice.uuid(), polling.random);
        CastEnvelope unlisted = polling.cast(stranger, 1, Place.FIRST);
        CastEnvelope late = polling.cast(polling.voters.get(2), 2, all.get(2).next());
        all.forEach(envelope -> polling.witness(envelope, Polling.OPENS));
        polling.witness(forged, Polling.OPENS);
        polling.witness(unlisted, Polling.OPENS);
        polling.end();
        Set<Hash> timely = polling.postmarks.timely();
        Set<Hash> honest = new HashSet<>(all.stream().map(CastEnvelope::id).toList());
        all.addAll(List.of(forged, unlisted, late));

        ClosedBox proven = ClosedBox.of(polling.frame, all, timely);
        ClosedBox known = ClosedBox.of(polling.frame, all, timely, honest::contains);
        assertThat(known.statement()).isEqualTo(proven.statement());
        assertThat(known.aside()).isEqualTo(proven.aside());
        assertThat(written(known)).isEqualTo(written(proven));
        assertThat(known.aside())
                .extracting(Aside::envelope, Aside::why)
                .containsExactlyInAnyOrder(
                        tuple(forged, Why.INVALID),
                        tuple(unlisted, Why.UNLISTED),
                        tuple(late, Why.LATE));
        // Whoever calls a forged one valid has it in the box: nothing was proven again. The list
        // and the postmarks are asked all the same.
        assertThat(ClosedBox.of(polling.frame, all, timely, id -> true).aside())
                .extracting(Aside::envelope)
                .containsExactlyInAnyOrder(unlisted, late);
    }

    private static byte[] written(ClosedBox box) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box.record().write(out, Polling.CLOSES, Map.of());
        return out.toByteArray();
    }

    @Test
    @DisplayName("CLOSE-5: a teller decrypts one sealed set, once, and none that would tell who")
    void aTellerDecryptsOnlyWhatWasSealedAndOnlyOneSet() throws Exception {
        Polling polling = new Polling(3, 6);
        List<CastEnvelope> all = new ArrayList<>();
        for (Credential voter : polling.voters) {
            all.add(polling.cast(voter, 2, Place.FIRST));
        }
        all.forEach(envelope -> polling.witness(envelope, Polling.OPENS));
        polling.end();
        ClosedBox six = ClosedBox.of(polling.frame, all, polling.postmarks.timely());
        ClosedBox five = ClosedBox.of(polling.frame, all.subList(1, 6), polling.postmarks.timely());
        ClosedBox four = ClosedBox.of(polling.frame, all.subList(2, 6), polling.postmarks.timely());

        Opening teller = polling.opening(Optional.empty());
        assertThat(why(polling, teller, six, polling.seal(five))).contains(Opening.Why.NOT_SEALED);
        List<SignedVote> sealsOfSix = polling.seal(six);
        assertThat(why(polling, teller, six, sealsOfSix.subList(0, 2)))
                .contains(Opening.Why.NOT_SEALED);
        assertThat(why(polling, teller, six, Collections.nCopies(3, sealsOfSix.getFirst())))
                .contains(Opening.Why.NOT_SEALED);
        assertThat(why(polling, teller, four, polling.seal(four))).contains(Opening.Why.TOO_FEW);
        assertThat(why(polling, teller, six, sealsOfSix)).isEmpty();
        assertThat(why(polling, teller, six, sealsOfSix)).isEmpty();
        // Even if a second set were sealed, by liars: and also after a restart.
        assertThat(why(polling, teller, five, polling.seal(five)))
                .contains(Opening.Why.OPENED_ANOTHER);
        Hash opened = six.statement().root();
        assertThat(why(polling, polling.opening(Optional.of(opened)), five, polling.seal(five)))
                .contains(Opening.Why.OPENED_ANOTHER);
    }

    private static Optional<Opening.Why> why(
            Polling polling, Opening teller, ClosedBox box, List<SignedVote> seals) {
        Outcome outcome =
                teller.open(box, seals, polling.committee.share(1).secret(), polling.random);
        return outcome instanceof Outcome.Refused(Opening.Why why)
                ? Optional.of(why)
                : Optional.empty();
    }
}
