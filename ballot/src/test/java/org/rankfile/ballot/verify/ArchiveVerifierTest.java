// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.archive.EventType;
import org.rankfile.ballot.archive.Forgery;
import org.rankfile.ballot.archive.Forgery.Link;
import org.rankfile.ballot.archive.SmallElection;
import org.rankfile.ballot.archive.TestArchives;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.ballot.verify.Verdict.Incomplete;
import org.rankfile.ballot.verify.Verdict.Rejected;
import org.rankfile.crypto.Hash;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What is accepted, what is incomplete and what is rejected, of whole elections.
class ArchiveVerifierTest {
    private final Remembered known = new Remembered();
    private final ArchiveVerifier verifier =
            new ArchiveVerifier(Runnable::run, known, (done, all) -> true);

    private static final class Remembered implements Known {
        private final Set<Hash> all = ConcurrentHashMap.newKeySet();
        private int added;

        @Override
        public boolean contains(Hash what) {
            return all.contains(what);
        }

        @Override
        public void add(Hash what) {
            all.add(what);
            added++;
        }
    }

    private Verdict verify(byte[] archive) throws Exception {
        return verifier.verify(() -> new ByteArrayInputStream(archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandatory.bel", "threshold.bel"})
    void electionsByBeleniosHold(String name) throws Exception {
        assertThat(verify(TestArchives.read(name)))
                .isInstanceOfSatisfying(
                        Holds.class,
                        holds -> {
                            Summary summary = holds.summary();
                            assertThat(summary.ballots()).isEqualTo(4);
                            assertThat(summary.counted()).isEqualTo(3);
                            assertThat(summary.weight()).isEqualTo(5);
                            assertThat(summary.credentials()).isEqualTo(4);
                            assertThat(summary.result().orElseThrow().numbers())
                                    .isEqualTo(List.of(List.of(3L, 2L, 0L), List.of(2L, 4L, 3L)));
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void electionsByUsHold(long seed) throws Exception {
        SmallElection election = new SmallElection(seed);
        assertThat(verify(election.archive()))
                .isInstanceOfSatisfying(
                        Holds.class,
                        holds -> {
                            Summary summary = holds.summary();
                            assertThat(summary.ballots()).isEqualTo(election.ballots());
                            assertThat(summary.counted()).isEqualTo(election.voters());
                            assertThat(summary.result().orElseThrow().numbers())
                                    .isEqualTo(election.expected());
                        });
    }

    @Test
    @DisplayName("BAL-13: an archive that ends before its result is incomplete, never valid")
    void anArchiveThatEndsEarlyIsIncomplete() throws Exception {
        Forgery forgery = Forgery.of(TestArchives.read("threshold.bel"));
        List<EventType> missing = new ArrayList<>();
        while (!forgery.links().isEmpty()) {
            forgery.links().removeLast();
            missing.add(((Incomplete) verify(forgery.bytes())).missing());
        }
        assertThat(missing)
                .containsExactly(
                        EventType.RESULT,
                        EventType.PARTIAL_DECRYPTION,
                        EventType.PARTIAL_DECRYPTION,
                        EventType.ENCRYPTED_TALLY,
                        EventType.END_BALLOTS,
                        EventType.END_BALLOTS,
                        EventType.END_BALLOTS,
                        EventType.END_BALLOTS,
                        EventType.END_BALLOTS,
                        EventType.SETUP);
    }

    @Test
    void whatWasFoundValidIsNotCheckedAgain() throws Exception {
        byte[] archive = TestArchives.read("mandatory.bel");
        verify(archive);
        assertThat(known.added).isEqualTo(5);
        assertThat(verify(archive)).isInstanceOf(Holds.class);
        assertThat(known.added).isEqualTo(5);
    }

    @Test
    void aVerificationCanBeCancelled() throws Exception {
        byte[] archive = TestArchives.read("mandatory.bel");
        ArchiveVerifier cancelled =
                new ArchiveVerifier(Runnable::run, Known.NOTHING, (done, all) -> done < all);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> cancelled.verify(() -> new ByteArrayInputStream(archive)));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "BAL-12: what belenios-tool accepts or drops in silence is rejected with the place")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a ballot that was replaced, again | events[5] | a ballot that was there before
                    a ballot after the end | events[5].type | Ballot cannot come after EndBallots
                    the end twice | events[6].type | EndBallots cannot come after EndBallots
                    no end | events[5].type | EncryptedTally cannot come after Ballot
                    a ballot missing | events[5].encrypted_tally | not the sum of the ballots that count
                    another number of ballots | events[6].num_tallied | not how many ballots count
                    another weight | events[6].total_weight | not the weight of the ballots that count
                    another sum | events[6].encrypted_tally | not the sum of the ballots that count
                    another result | events[9].result | not what the ballots and the trustees' parts yield
                    a larger result | events[9].result | not what the ballots and the trustees' parts yield
                    a part missing | events[8] | a result before enough trustees did their part
                    a part twice | events[9].owner | a trustee who did their part before
                    the part of another | events[7].decryption_proofs[0][0] | does not hold
                    a blank in a ballot | events[1] | not in canonical form
                    a blank in the election | events[0].election | not in canonical form
                    a blank in a payload | events[6] | more in the payload than belongs there, or not canonical
                    somebody who may not vote | events[1].credential | not among those that may vote
                    another key | events[0].election.public_key | not what the trustees made
                    more after the result | events[10].type | Result cannot come after Result
                    """)
    void manipulationsAreRejected(String name, String place, String reason) throws Exception {
        Forgery forgery = Forgery.of(TestArchives.read("mandatory.bel"));
        manipulate(name, forgery.links());
        assertThat(verify(forgery.bytes())).isEqualTo(new Rejected(place, reason));
    }

    private static void manipulate(String name, List<Link> links) {
        switch (name) {
            case "a ballot that was replaced, again" -> links.add(5, links.get(2));
            case "a ballot after the end" -> links.add(5, links.remove(4));
            case "the end twice" -> links.add(6, links.get(5));
            case "no end" -> links.remove(5);
            case "a ballot missing" -> links.remove(1);
            case "another number of ballots" ->
                    edit(links, 6, 1, "\"num_tallied\":3", "\"num_tallied\":4");
            case "another weight" -> edit(links, 6, 1, "\"total_weight\":5", "\"total_weight\":4");
            case "another sum" -> edit(links, 6, 0, "\"alpha\":\"1", "\"alpha\":\"2");
            case "another result" -> edit(links, 9, 0, "3,2,0", "2,3,0");
            case "a larger result" -> edit(links, 9, 0, "3,2,0", "30,2,0");
            case "a part missing" -> links.remove(8);
            case "a part twice" -> links.add(9, links.get(7));
            case "the part of another" -> edit(links, 7, 1, "\"owner\":1", "\"owner\":2");
            case "a blank in a ballot" ->
                    edit(links, 1, 0, "{\"election_uuid\"", "{ \"election_uuid\"");
            case "a blank in the election" -> edit(links, 0, 0, "{\"version\"", "{ \"version\"");
            case "a blank in a payload" ->
                    edit(links, 6, 1, "{\"num_tallied\"", "{ \"num_tallied\"");
            case "somebody who may not vote" ->
                    edit(links, 1, 0, "\"credential\":\"", "\"credential\":\"1");
            case "another key" ->
                    edit(
                            links,
                            0,
                            1,
                            record -> record.substring(0, record.indexOf(",[\"Single")) + "]");
            case "more after the result" -> links.add(links.getLast());
            default -> throw new AssertionError(name);
        }
    }

    private static void edit(List<Link> links, int event, int record, String from, String to) {
        edit(links, event, record, text -> text.replaceFirst(Pattern.quote(from), to));
    }

    private static void edit(
            List<Link> links, int event, int record, UnaryOperator<String> change) {
        Link link = links.get(event);
        String text = new String(link.records().get(record), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        links.set(event, link.with(record, changed.getBytes(StandardCharsets.UTF_8)));
    }
}
