// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Which ballots were there in time, and which witnesses lied.
class PostmarksTest {
    private static final String ELECTION = "fingerprint";
    private static final long CLOSES = 1_000;

    private final SeededRandom random = new SeededRandom(3);
    private final List<SigningKey> witnesses = keys(3);
    private final List<SigningKey> tellers = keys(4);
    private final Postmarks.Panel panel =
            new Postmarks.Panel(
                    ELECTION,
                    witnesses.stream().map(SigningKey::verifyKey).toList(),
                    tellers.stream().map(SigningKey::verifyKey).toList(),
                    CLOSES);
    private final List<WitnessLog> logs = new ArrayList<>();
    private final Hash first = hash();
    private final Hash second = hash();
    private Postmarks postmarks = new Postmarks(panel);

    private List<SigningKey> keys(int count) {
        List<SigningKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(SigningKey.generate(random));
        }
        return keys;
    }

    private Hash hash() {
        return Hash.of(random.bytes(Hash.BYTES));
    }

    @BeforeEach
    void open() {
        for (int i = 0; i < witnesses.size(); i++) {
            logs.add(new WitnessLog(ELECTION, i, witnesses.get(i)));
        }
    }

    private void see(int witness, Hash envelope, long time) {
        assertThat(postmarks.add(logs.get(witness).see(envelope, time).orElseThrow())).isTrue();
    }

    private void end(int witness, int... countersigners) {
        Head.Signed end = logs.get(witness).end();
        assertThat(postmarks.addEnd(end)).isTrue();
        for (int teller : countersigners) {
            countersign(end.head(), teller);
        }
    }

    private void countersign(Head head, int teller) {
        assertThat(postmarks.addCountersignature(head.countersign(teller, tellers.get(teller))))
                .isTrue();
    }

    @Test
    @DisplayName("WIT-1: a ballot is in time that two witnesses entered, under countersigned heads")
    void twoWitnessesAndCountersignedHeadsMakeABallotTimely() {
        see(0, first, 999);
        see(0, second, 1_000);
        see(1, second, 1_000);
        see(1, first, 1_001);
        end(0, 0, 1);
        end(1, 2, 3);
        assertThat(postmarks.timely()).containsExactly(second);
    }

    @Test
    @DisplayName("WIT-2: without a countersigned head no time that a witness wrote counts")
    void aReceiptThatIsUnderNoCountersignedHeadIsLate() {
        see(0, first, 10);
        see(1, first, 10);
        end(0, 0, 1);
        end(1, 0);
        assertThat(postmarks.timely()).isEmpty();
    }

    @Test
    void aWitnessWhoGoesOnBehindTheHeadDatesNothingBack() {
        see(0, first, 10);
        see(1, first, 10);
        end(0, 0, 1);
        end(1, 0, 1);
        // After closing, two witnesses write the second ballot into their logs, dated back.
        for (int i = 0; i < 2; i++) {
            WitnessLog forged = new WitnessLog(ELECTION, i, witnesses.get(i));
            postmarks.add(forged.see(first, 10).orElseThrow());
            postmarks.add(forged.see(second, 11).orElseThrow());
            postmarks.addEnd(forged.end());
        }
        assertThat(postmarks.timely()).containsExactly(first);
    }

    @Test
    @DisplayName("WIT-3: a witness who keeps two logs is convicted by them")
    void aForkedLogIsEvidence() {
        see(0, first, 10);
        WitnessLog other = new WitnessLog(ELECTION, 0, witnesses.get(0));
        postmarks.add(other.see(second, 10).orElseThrow());
        assertThat(postmarks.forks()).hasSize(1);
        assertThat(postmarks.forks().getFirst())
                .extracting(Receipt::envelope)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void anEntryBehindAGapIsNotShownToBeUnderTheHead() {
        Receipt lost = logs.get(0).see(first, 10).orElseThrow();
        see(0, second, 11);
        see(1, first, 10);
        see(1, second, 11);
        end(0, 0, 1);
        end(1, 0, 1);
        assertThat(postmarks.timely()).containsExactly(second);
        postmarks.add(lost);
        assertThat(postmarks.timely()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aClockThatGoesBackTakesNoEntryBack() {
        Receipt one = logs.get(0).see(first, 500).orElseThrow();
        Receipt other = logs.get(0).see(second, 100).orElseThrow();
        assertThat(other.time()).isEqualTo(one.time());
        assertThat(logs.get(0).see(first, 900)).contains(one);
        logs.get(0).end();
        assertThat(logs.get(0).see(hash(), 1)).isEmpty();
    }

    @Test
    void nobodySignsForAnother() {
        Receipt receipt = logs.get(0).see(first, 1).orElseThrow();
        Receipt stolen =
                new Receipt(ELECTION, 1, 0, Optional.empty(), 1, first, receipt.signature());
        assertThat(postmarks.add(stolen)).isFalse();
        Head.Signed end = logs.get(0).end();
        assertThat(postmarks.addEnd(new Head.Signed(end.head(), 7, end.signature()))).isTrue();
        assertThat(postmarks.addCountersignature(new Head.Signed(end.head(), 0, end.signature())))
                .isFalse();
        assertThat(
                        new Postmarks(
                                        new Postmarks.Panel(
                                                "other",
                                                panel.witnesses(),
                                                panel.tellers(),
                                                CLOSES))
                                .add(receipt))
                .isFalse();
    }

    @Test
    @DisplayName("WIT-4: any order gives the same, and more never makes a timely ballot late")
    void anyOrderGivesTheSame() {
        List<Runnable> steps = new ArrayList<>();
        for (int witness = 0; witness < 3; witness++) {
            for (int i = 0; i < 5; i++) {
                Hash envelope = i % 2 == 0 ? first : hash();
                Receipt receipt = logs.get(witness).see(envelope, 995 + i * 2).orElseThrow();
                steps.add(() -> postmarks.add(receipt));
            }
            Head.Signed end = logs.get(witness).end();
            steps.add(() -> postmarks.addEnd(end));
            steps.add(() -> countersign(end.head(), 0));
            steps.add(() -> countersign(end.head(), 1));
        }
        steps.forEach(Runnable::run);
        Set<Hash> expected = postmarks.timely();
        assertThat(expected).isNotEmpty();
        for (int i = 0; i < 20; i++) {
            postmarks = new Postmarks(panel);
            Collections.shuffle(steps, new Random(random.nextLong()));
            Set<Hash> before = Set.of();
            for (Runnable step : steps) {
                step.run();
                assertThat(postmarks.timely()).containsAll(before);
                before = postmarks.timely();
            }
            assertThat(before).isEqualTo(expected);
        }
    }
}
