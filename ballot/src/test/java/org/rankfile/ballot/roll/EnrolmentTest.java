// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.testkit.SeededRandom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Enrolments, and which of them stand.
class EnrolmentTest {
    private final Branch branch = new Branch(5, 3);
    private final VerifyKey anasKey = branch.keys.get(0).verifyKey();

    private Enrolled enrolled(Enrolment... received) {
        return Enrolled.of(branch.roster, List.of(received));
    }

    @Test
    @DisplayName("ROLL-1: an enrolment is read as it was written, and holds")
    void anEnrolmentIsReadAsItWasWritten() throws Exception {
        Enrolment written = branch.enrol(0, 3);
        Enrolment read = Enrolment.read(written.bytes());
        assertThat(read.bytes()).isEqualTo(written.bytes());
        assertThat(read.hash()).isEqualTo(written.hash());
        assertThat(read.member()).isEqualTo(branch.id(0));
        assertThat(read.number()).isEqualTo(3);
        assertThat(read.credential()).isEqualTo(written.credential());
        assertThat(read.flaw(Branch.GROUP, anasKey)).isEmpty();
    }

    @Test
    @DisplayName("ROLL-2: a registrar cannot enrol for a member")
    void aRegistrarCannotEnrolForAMember() {
        SigningKey registrar = SigningKey.generate(branch.random);
        Enrolment forged = branch.sign(0, 0, branch.credential(), registrar);
        assertThat(forged.flaw(Branch.GROUP, anasKey))
                .contains("signature: not by the member's key in the roster");
        assertThat(enrolled(forged).standing()).isEmpty();
    }

    @Test
    void nobodyTakesACredentialWhoseSecretTheyDoNotKnow() throws Exception {
        // Ben signs Ana's credential and proof as his own.
        ObjectNode stolen = (ObjectNode) CanonicalJson.read(branch.enrol(0, 0).bytes()).node();
        stolen.put("member", branch.id(1).hex());
        Enrolment bens = Enrolment.read(resigned(stolen, branch.keys.get(1)));
        assertThat(bens.flaw(Branch.GROUP, branch.keys.get(1).verifyKey()))
                .contains("proof: does not show that the member knows the secret");
    }

    @Test
    void aCredentialThatIsNotOfTheGroupIsRefused() throws Exception {
        BigInteger modulus = Branch.GROUP.modulus();
        for (BigInteger number :
                List.of(
                        BigInteger.ZERO,
                        BigInteger.ONE,
                        modulus.subtract(BigInteger.ONE),
                        modulus,
                        modulus.add(Branch.GROUP.generator().value()))) {
            ObjectNode json = (ObjectNode) CanonicalJson.read(branch.enrol(0, 0).bytes()).node();
            json.put("credential", number.toString());
            Enrolment enrolment = Enrolment.read(resigned(json, branch.keys.get(0)));
            assertThat(enrolment.flaw(Branch.GROUP, anasKey))
                    .contains("credential: not of the group");
        }
    }

    private static byte[] resigned(ObjectNode json, SigningKey key) {
        json.remove("signature");
        byte[] statement = CanonicalJson.bytes(json);
        byte[] signature = key.sign(new Label("rankfile/enrolment/1"), statement).bytes();
        json.put("signature", HexFormat.of().formatHex(signature));
        return CanonicalJson.bytes(json);
    }

    @Test
    void anEnrolmentForAnotherElectionOrOfAStrangerIsRefused() {
        Enrolment other = branch.enrolElsewhere(0, Branch.OTHER_UUID, branch.id(0));
        Enrolment strange = branch.enrolElsewhere(0, Branch.UUID, branch.hash());
        assertThat(enrolled(other, strange).refused())
                .isEqualTo(
                        Map.of(
                                other.hash(), "uuid: of another election",
                                strange.hash(), "member: not in the roster"));
    }

    @Test
    @DisplayName("ROLL-3: the last enrolment of a member stands, and those before it fall out")
    void theLastEnrolmentOfAMemberStands() {
        Enrolment lost = branch.enrol(0, 0);
        Enrolment last = branch.enrol(0, 1);
        Enrolled enrolled = enrolled(last, lost);
        assertThat(enrolled.standing()).isEqualTo(Map.of(branch.id(0), last));
        assertThat(enrolled.replaced()).containsExactly(lost);
        assertThat(enrolled.credentials().weight(lost.credential())).isZero();
        assertThat(enrolled.credentials().weight(last.credential())).isOne();
    }

    @Test
    void anEnrolmentThatIsRefusedReplacesNothing() {
        Enrolment good = branch.enrol(0, 0);
        Enrolment forged =
                branch.sign(0, 1, branch.credential(), SigningKey.generate(branch.random));
        assertThat(enrolled(good, forged).standing()).isEqualTo(Map.of(branch.id(0), good));
    }

    @Test
    @DisplayName("ROLL-4: a credential that two members claim is nobody's")
    void aCredentialThatTwoMembersClaimIsNobodys() {
        Credential shared = branch.credential();
        Enrolment anas = branch.enrol(0, 0, shared);
        Enrolment bens = branch.enrol(1, 0, shared);
        Enrolment cems = branch.enrol(2, 0);
        Enrolled enrolled = enrolled(anas, bens, cems);
        assertThat(enrolled.standing()).isEqualTo(Map.of(branch.id(2), cems));
        assertThat(enrolled.refused()).containsOnlyKeys(anas.hash(), bens.hash());
        Enrolment anew = branch.enrol(0, 1);
        assertThat(enrolled(anas, bens, cems, anew).standing())
                .isEqualTo(Map.of(branch.id(0), anew, branch.id(2), cems));
    }

    @Test
    void whoeverClaimsACredentialOfAnotherDoesNotFallBackToTheirOwn() {
        Credential shared = branch.credential();
        Enrolment before = branch.enrol(1, 0);
        Enrolled enrolled =
                enrolled(branch.enrol(0, 0, shared), before, branch.enrol(1, 1, shared));
        assertThat(enrolled.standing()).isEmpty();
        assertThat(enrolled.replaced()).containsExactly(before);
    }

    @Test
    void anyOrderAndRepetitionGivesTheSame() {
        Credential shared = branch.credential();
        List<Enrolment> received = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = branch.random.nextInt(3);
            received.add(branch.enrol(i % 2, number));
        }
        received.add(branch.enrol(2, 1, shared));
        received.add(branch.enrol(0, 0, shared));
        Enrolled expected = Enrolled.of(branch.roster, received);
        for (int i = 0; i < 8; i++) {
            List<Enrolment> shuffled = new ArrayList<>(received);
            shuffled.addAll(received.subList(0, i));
            Collections.shuffle(shuffled, new Random(i));
            assertThat(Enrolled.of(branch.roster, shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void twoMembersWithOneKeyAreNoRoster() {
        Roster.Member ana = branch.roster.members().get(0);
        Roster.Member twin = new Roster.Member(branch.hash(), ana.key());
        assertThat(Roster.flaw(List.of(ana, twin))).contains("two members have one key");
        assertThat(Roster.flaw(List.of(ana, ana))).contains("a member is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Roster(Branch.UUID, Branch.GROUP, List.of(ana, twin)));
    }

    @Test
    void brokenEnrolmentsAreRefused() {
        byte[] whole = branch.enrol(0, 0).bytes();
        SeededRandom fuzz = new SeededRandom(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = whole.clone();
            broken[fuzz.nextInt(broken.length)] ^= (byte) (1 + fuzz.nextInt(255));
            try {
                assertThat(Enrolment.read(broken).flaw(Branch.GROUP, anasKey)).isPresent();
            } catch (Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Enrolment.read(cut));
        }
    }

    @Test
    void otherFormsOfAnEnrolmentAreRefused() throws Exception {
        Enrolment enrolment = branch.enrol(0, 0);
        String text = new String(enrolment.bytes(), StandardCharsets.UTF_8);
        ObjectNode more = (ObjectNode) CanonicalJson.read(enrolment.bytes()).node();
        more.put("name", "Ana");
        ObjectNode moved = (ObjectNode) CanonicalJson.read(enrolment.bytes()).node();
        moved.set("uuid", moved.remove("uuid"));
        for (String other :
                List.of(
                        " " + text,
                        text.replace(",", ", "),
                        text.replace("\"number\":0", "\"number\":" + Limits.ENROLMENTS),
                        text.replace("\"number\":0", "\"number\":-1"),
                        text.replace(Branch.UUID, "0"),
                        CanonicalJson.text(more),
                        CanonicalJson.text(moved),
                        "x".repeat(Limits.ROLL_BYTES + 1))) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> Enrolment.read(other.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
