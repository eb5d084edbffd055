// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.ballot.closing.Vote.Kind;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tellers who close an election while messages are lost, repeated and overtaken, honest tellers
/// crash after every write, and as many as may lie do so.
class ClosingSimulationTest {
    private static final class Teller {
        final SigningKey key;
        final List<ClosingMessage> disk = new ArrayList<>();
        Closing closing;
        Hash root;

        Teller(SigningKey key, Closing closing, Hash root) {
            this.key = key;
            this.closing = closing;
            this.root = root;
        }
    }

    private record Letter(int to, ClosingMessage message) {}

    private static final class Run {
        final SeededRandom random;
        final Council council;
        final List<Teller> tellers = new ArrayList<>();
        final List<Letter> underWay = new ArrayList<>();
        final List<ClosingMessage> everything = new ArrayList<>();
        final List<Hash> roots = new ArrayList<>();
        final int liars;
        boolean calm;

        Run(long seed, int size, int liars) {
            random = new SeededRandom(seed);
            this.liars = liars;
            List<SigningKey> keys = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                keys.add(SigningKey.generate(random));
            }
            council = new Council("election", keys.stream().map(SigningKey::verifyKey).toList());
            for (int i = 0; i < 3; i++) {
                roots.add(Hash.of(random.bytes(Hash.BYTES)));
            }
            for (int i = 0; i < size; i++) {
                Closing closing = new Closing(council, i, keys.get(i));
                tellers.add(new Teller(keys.get(i), closing, anyRoot()));
            }
        }

        Hash anyRoot() {
            return roots.get(random.nextInt(roots.size()));
        }

        boolean lies(int teller) {
            return teller < liars;
        }

        void step() {
            int who = random.nextInt(tellers.size());
            if (lies(who)) {
                lie(who);
            } else if (!underWay.isEmpty() && random.nextInt(8) > 0) {
                Letter letter = underWay.get(random.nextInt(underWay.size()));
                if (random.nextInt(5) > 0) {
                    underWay.remove(letter);
                }
                if (!lies(letter.to()) && random.nextInt(6) > 0) {
                    Teller to = tellers.get(letter.to());
                    write(letter.to(), to.closing.receive(letter.message()));
                }
            } else {
                act(who);
            }
        }

        private void act(int who) {
            Teller teller = tellers.get(who);
            if (random.nextInt(3) == 0) {
                teller.root = anyRoot();
            }
            if (random.nextInt(4) == 0) {
                write(who, teller.closing.turn());
            } else {
                write(who, teller.closing.have(teller.root));
            }
        }

        /// Everybody has the same ballots by now, everything that was said arrives, and who does
        /// not get any further turns. Liars go on.
        void round() {
            for (int i = liars; i < tellers.size(); i++) {
                write(i, tellers.get(i).closing.have(roots.getFirst()));
            }
            for (int i = 0; i < liars; i++) {
                lie(i);
            }
            for (int arrived = 0; arrived < everything.size(); arrived++) {
                for (int to = liars; to < tellers.size(); to++) {
                    write(to, tellers.get(to).closing.receive(everything.get(arrived)));
                }
            }
            underWay.clear();
            for (int i = liars; i < tellers.size(); i++) {
                write(i, tellers.get(i).closing.turn());
            }
        }

        /// Writes one thing after the other; after any of them the teller may crash.
        private void write(int who, List<ClosingMessage> said) {
            Teller teller = tellers.get(who);
            for (ClosingMessage message : said) {
                teller.disk.add(message);
                if (!calm && random.nextInt(10) == 0) {
                    teller.closing = new Closing(council, who, teller.key);
                    teller.disk.forEach(teller.closing::recall);
                    // What is on disk goes out some time, as the log sees to.
                    everything.add(message);
                    return;
                }
                send(message);
            }
        }

        private void send(ClosingMessage message) {
            everything.add(message);
            for (int to = 0; to < tellers.size(); to++) {
                underWay.add(new Letter(to, message));
            }
        }

        /// Says anything to anybody: different things to different tellers, old certificates, none.
        private void lie(int who) {
            SigningKey key = tellers.get(who).key;
            int epoch = random.nextInt(4);
            ClosingMessage lie =
                    switch (random.nextInt(4)) {
                        case 0 -> vote(key, who, new Vote(Kind.CLOSE, epoch, anyRoot()));
                        case 1 -> vote(key, who, new Vote(Kind.SEAL, 0, anyRoot()));
                        case 2 -> commitment(key, who);
                        default ->
                                Turn.by(key, council, who, epoch + 1, certificateBefore(epoch + 1));
                    };
            everything.add(lie);
            underWay.add(new Letter(random.nextInt(tellers.size()), lie));
        }

        private SignedVote vote(SigningKey key, int who, Vote vote) {
            return SignedVote.by(key, council, who, vote);
        }

        private ClosingMessage commitment(SigningKey key, int who) {
            Optional<Certificate> seen = certificateBefore(100);
            Vote vote =
                    new Vote(
                            Kind.COMMIT,
                            seen.map(Certificate::epoch).orElse(0),
                            seen.map(Certificate::root).orElse(anyRoot()));
            SignedVote commitment = vote(key, who, vote);
            return seen.map(commitment::because).orElse(commitment);
        }

        private Optional<Certificate> certificateBefore(int epoch) {
            List<Certificate> seen =
                    everything.stream()
                            .filter(SignedVote.class::isInstance)
                            .flatMap(each -> ((SignedVote) each).because().stream())
                            .filter(each -> each.epoch() < epoch)
                            .toList();
            return seen.isEmpty() || random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(seen.get(random.nextInt(seen.size())));
        }

        /// What could be shown to anybody as sealed by a quorum, of all that was ever said.
        Set<Hash> sealable() {
            Set<Hash> sealable = new HashSet<>();
            for (Hash root : roots) {
                Vote seal = new Vote(Kind.SEAL, 0, root);
                long sealers =
                        everything.stream()
                                .filter(each ->
                                        each instanceof SignedVote vote && vote.vote().equals(seal))
                                .map(ClosingMessage::teller)
                                .distinct()
                                .count();
                if (sealers >= council.quorum()) {
                    sealable.add(root);
                }
            }
            return sealable;
        }

        Set<Hash> agreed() {
            Set<Hash> agreed = new HashSet<>();
            for (int i = liars; i < tellers.size(); i++) {
                tellers.get(i).closing.agreed().ifPresent(agreed::add);
            }
            return agreed;
        }
    }

    @ParameterizedTest
    @DisplayName("CLOSE-1: two sets of ballots are never sealed, and CLOSE-2: one is at last")
    @CsvSource({"3, 0", "3, 1", "4, 1", "5, 1", "7, 2", "10, 3"})
    void neverTwoAndAtLastOne(int size, int liars) {
        for (long seed = 0; seed < 60; seed++) {
            Run run = new Run(1_000L * size + seed, size, liars);
            for (int i = 0; i < 40 * size; i++) {
                run.step();
            }
            assertThat(run.sealable()).hasSizeLessThanOrEqualTo(1);
            run.calm = true;
            boolean enough = size - liars >= run.council.quorum();
            for (int round = 0; round < 100 && enough && !done(run); round++) {
                run.round();
            }
            assertThat(run.sealable()).hasSizeLessThanOrEqualTo(1);
            assertThat(run.agreed()).hasSizeLessThanOrEqualTo(1);
            assertThat(done(run) || !enough).as("seed %d of %d", seed, size).isTrue();
        }
    }

    private static boolean done(Run run) {
        return run.tellers.stream()
                .skip(run.liars)
                .allMatch(teller -> teller.closing.agreed().isPresent());
    }

    @Test
    void aTellerWhoCrashedStillShowsWhatTheirCommitmentRestsOn() {
        Run run = new Run(1, 4, 0);
        Hash root = run.roots.getFirst();
        Closing first = run.tellers.getFirst().closing;
        List<ClosingMessage> disk = new ArrayList<>(first.have(root));
        for (int i = 1; i < 4; i++) {
            for (ClosingMessage close : run.tellers.get(i).closing.have(root)) {
                disk.addAll(first.receive(close));
            }
        }
        Closing again = new Closing(run.council, 0, run.tellers.getFirst().key);
        disk.forEach(again::recall);
        assertThat(again.turn())
                .singleElement()
                .isInstanceOfSatisfying(
                        Turn.class,
                        turn -> {
                            assertThat(turn.committed().map(Certificate::root)).contains(root);
                            assertThat(turn.holds(run.council)).isTrue();
                        });
    }

    @Test
    void theSizesOfQuorumsAreThoseOfTheDesign() {
        assertThat(quorum(3)).isEqualTo(3);
        assertThat(quorum(4)).isEqualTo(3);
        assertThat(quorum(5)).isEqualTo(4);
        assertThat(quorum(7)).isEqualTo(5);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> quorum(2));
    }

    private static int quorum(int size) {
        SeededRandom random = new SeededRandom(size);
        List<SigningKey> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(SigningKey.generate(random));
        }
        return new Council("e", keys.stream().map(SigningKey::verifyKey).toList()).quorum();
    }
}
