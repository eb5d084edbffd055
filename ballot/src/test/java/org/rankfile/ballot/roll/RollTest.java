// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.testkit.SeededRandom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Rolls of honest registrars: what members, auditors and everybody else get to see.
class RollTest {
    private static final int MEMBERS = 9;

    private final Branch branch = new Branch(8, MEMBERS);

    /// The even ones; the last of them after the loss of a device.
    private final List<Enrolment> received =
            List.of(
                    branch.enrol(0, 0),
                    branch.enrol(2, 0),
                    branch.enrol(4, 0),
                    branch.enrol(6, 0),
                    branch.enrol(8, 0),
                    branch.enrol(8, 1));

    private final Roll roll = branch.roll(received);

    private Optional<Enrolment> mine(int member) {
        return received.stream()
                .filter(e -> e.member().equals(branch.id(member)))
                .reduce((before, last) -> last);
    }

    private Finding find(int opened, int member) {
        return roll.opening(branch.id(opened))
                .orElseThrow()
                .check(roll.statement(), roll.credentials(), branch.id(member), mine(member));
    }

    @Test
    @DisplayName("ROLL-5: an honest roll has an entry for everybody and passes the audit")
    void anHonestRollPassesTheAudit() {
        assertThat(new RollAudit(branch.roster, received).flaw(roll)).isEmpty();
        assertThat(roll.statement().entitled()).isEqualTo(MEMBERS);
        assertThat(roll.statement().enrolled()).isEqualTo(5);
        assertThat(roll.credentials().size()).isEqualTo(5);
        assertThat(roll.openings()).hasSize(MEMBERS);
    }

    @Test
    void rollsOfAllSmallSizesPassTheAudit() {
        for (int size = 0; size < 6; size++) {
            Branch small = new Branch(size, size);
            for (int count = 0; count <= size; count++) {
                List<Enrolment> some =
                        IntStream.range(0, count).mapToObj(i -> small.enrol(i, 0)).toList();
                assertThat(new RollAudit(small.roster, some).flaw(small.roll(some))).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("ROLL-6: every member finds their own entry, and that of nobody else")
    void everyMemberFindsTheirOwnEntry() throws Exception {
        for (int member = 0; member < MEMBERS; member++) {
            Finding expected = member % 2 == 0 ? Finding.ENROLLED : Finding.NOT_ENROLLED;
            assertThat(find(member, member)).isEqualTo(expected);
            assertThat(find((member + 1) % MEMBERS, member)).isEqualTo(Finding.WRONG);
            LeafOpening opening = roll.opening(branch.id(member)).orElseThrow();
            byte[] bytes = opening.bytes();
            assertThat(LeafOpening.read(bytes).bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whoLostADeviceIsNotEnrolledWithWhatItMade() {
        Enrolment lost = received.get(4);
        Finding finding =
                roll.opening(branch.id(8))
                        .orElseThrow()
                        .check(
                                roll.statement(),
                                roll.credentials(),
                                branch.id(8),
                                Optional.of(lost));
        assertThat(finding).isEqualTo(Finding.ENROLLED_OTHERWISE);
        assertThat(roll.credentials().weight(lost.credential())).isZero();
    }

    @Test
    void anEnrolmentOfAnotherElectionIsNotTakenForMine() {
        Enrolment other = branch.enrolElsewhere(0, Branch.OTHER_UUID, branch.id(0));
        LeafOpening opening = roll.opening(branch.id(0)).orElseThrow();
        assertThat(
                        opening.check(
                                roll.statement(),
                                roll.credentials(),
                                branch.id(0),
                                Optional.of(other)))
                .isEqualTo(Finding.WRONG);
    }

    @Test
    @DisplayName(
            "ROLL-7: what is published names nobody, and no two versions have a leaf in common")
    void whatIsPublishedNamesNobody() {
        Roll next = Roll.of(branch.roster, Enrolled.of(branch.roster, received), 1, branch.random);
        assertThat(next.credentials().bytes()).isEqualTo(roll.credentials().bytes());
        assertThat(next.statement().root()).isNotEqualTo(roll.statement().root());
        String published =
                new String(roll.statement().bytes(), StandardCharsets.UTF_8)
                        + new String(roll.credentials().bytes(), StandardCharsets.UTF_8);
        Set<Integer> order = new HashSet<>();
        for (int i = 0; i < MEMBERS; i++) {
            assertThat(published).doesNotContain(branch.id(i).hex());
            int before = roll.opening(branch.id(i)).orElseThrow().index();
            order.add(next.opening(branch.id(i)).orElseThrow().index() - before);
        }
        assertThat(order).as("the order changes").hasSizeGreaterThan(1);
    }

    @Test
    void nothingOfAMemberIsPrinted() {
        String printed =
                String.join(
                        "|",
                        roll.toString(),
                        branch.roster.toString(),
                        received.toString(),
                        Enrolled.of(branch.roster, received).toString());
        for (int i = 0; i < MEMBERS; i++) {
            assertThat(printed).doesNotContain(branch.id(i).hex());
        }
    }

    @Test
    @DisplayName("ROLL-11: two statements of one version convict the registrar who signed both")
    void twoStatementsOfOneVersionConvictWhoSignedBoth() {
        List<SigningKey> keys =
                IntStream.range(0, 3).mapToObj(i -> SigningKey.generate(branch.random)).toList();
        List<VerifyKey> registrars = keys.stream().map(SigningKey::verifyKey).toList();
        Roll other = branch.roll(received);
        Roll later = Roll.of(branch.roster, Enrolled.of(branch.roster, received), 1, branch.random);
        SignedRoll published =
                SignedRoll.of(roll.statement()).signed(0, keys.get(0)).signed(1, keys.get(1));
        SignedRoll contrary = SignedRoll.of(other.statement());
        SignedRoll byTwo = contrary.signed(1, keys.get(1)).signed(2, keys.get(2));
        assertThat(published.contradicted(byTwo, registrars)).containsExactly(registrars.get(1));
        assertThat(byTwo.contradicted(published, registrars)).containsExactly(registrars.get(1));
        // Nobody is convicted by a signature that somebody else made, a later version, or the same.
        SignedRoll forged = contrary.signed(0, keys.get(2));
        assertThat(published.contradicted(forged, registrars)).isEmpty();
        SignedRoll next = SignedRoll.of(later.statement()).signed(1, keys.get(1));
        assertThat(published.contradicted(next, registrars)).isEmpty();
        SignedRoll again = SignedRoll.of(roll.statement()).signed(1, keys.get(1));
        assertThat(published.contradicted(again, registrars)).isEmpty();
    }

    @Test
    @DisplayName("ROLL-8: a roll holds with the signatures of two registrars, or of the only one")
    void aRollHoldsWithTwoRegistrars() throws Exception {
        List<SigningKey> keys =
                IntStream.range(0, 3).mapToObj(i -> SigningKey.generate(branch.random)).toList();
        List<VerifyKey> registrars = keys.stream().map(SigningKey::verifyKey).toList();
        SignedRoll none = SignedRoll.of(roll.statement());
        SignedRoll one = none.signed(1, keys.get(1));
        SignedRoll two = one.signed(2, keys.get(2));
        assertThat(none.holds(registrars)).isFalse();
        assertThat(one.holds(registrars)).isFalse();
        assertThat(two.holds(registrars)).isTrue();
        assertThat(SignedRoll.read(two.bytes())).isEqualTo(two);
        assertThat(one.holds(List.of(registrars.get(0)))).isFalse();
        assertThat(none.holds(List.of())).isFalse();
        SignedRoll only = none.signed(0, keys.get(0));
        assertThat(only.holds(List.of(registrars.get(0)))).isTrue();
        assertThat(none.holds(List.of(registrars.get(0)))).isFalse();
        // One registrar in two places, or signing for another, is one.
        assertThat(one.signed(2, keys.get(1)).holds(registrars)).isFalse();
        VerifyKey twice = registrars.get(1);
        assertThat(one.signed(0, keys.get(1)).holds(List.of(twice, twice))).isFalse();
    }

    @Test
    void brokenDocumentsAreRefused() {
        SigningKey one = SigningKey.generate(branch.random);
        SigningKey other = SigningKey.generate(branch.random);
        byte[] signed = SignedRoll.of(roll.statement()).signed(0, one).signed(1, other).bytes();
        byte[] opening = roll.opening(branch.id(0)).orElseThrow().bytes();
        SeededRandom fuzz = new SeededRandom(2);
        for (int i = 0; i < 4_000; i++) {
            byte[] broken = (i % 2 == 0 ? signed : opening).clone();
            broken[fuzz.nextInt(broken.length)] ^= (byte) (1 + fuzz.nextInt(255));
            try {
                if (i % 2 == 0) {
                    List<VerifyKey> keys = List.of(one.verifyKey(), other.verifyKey());
                    assertThat(SignedRoll.read(broken).holds(keys)).isFalse();
                } else {
                    Finding finding =
                            LeafOpening.read(broken)
                                    .check(
                                            roll.statement(),
                                            roll.credentials(),
                                            branch.id(0),
                                            mine(0));
                    assertThat(finding).isEqualTo(Finding.WRONG);
                }
            } catch (Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
        for (int length = 0; length < opening.length; length += 3) {
            byte[] cut = Arrays.copyOf(opening, length);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> LeafOpening.read(cut));
            byte[] cutRoll = Arrays.copyOf(signed, Math.min(length, signed.length - 1));
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedRoll.read(cutRoll));
        }
    }

    @Test
    void aStatementIsReadAsItWasWritten() throws Exception {
        RollStatement statement = roll.statement();
        assertThat(RollStatement.read(statement.bytes())).isEqualTo(statement);
        String text = new String(statement.bytes(), StandardCharsets.UTF_8);
        for (String other :
                List.of(
                        text.replace("\"enrolled\":5", "\"enrolled\":10"),
                        text.replace("\"version\":0", "\"version\":-1"),
                        text.replace("\"entitled\":9", "\"entitled\":2000000"),
                        text + " ")) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> RollStatement.read(other.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
