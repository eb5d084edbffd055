// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What dishonest registrars could publish, and who finds it. Everything is hashed and counted
/// right, so that nothing but the deceit is wrong.
class DishonestRegistrarTest {
    private static final int MEMBERS = 5;

    private final Branch branch = new Branch(13, MEMBERS);
    private final List<Enrolment> received = new ArrayList<>();

    /// What the tree says; all but the last are enrolled.
    private final Map<Hash, Hash> entries = new HashMap<>();

    private final List<Element> listed = new ArrayList<>();

    DishonestRegistrarTest() {
        for (int i = 0; i < MEMBERS - 1; i++) {
            received.add(branch.enrol(i, 0));
            entries.put(branch.id(i), received.get(i).hash());
            listed.add(received.get(i).credential());
        }
    }

    private Roll publish() {
        return publish(CredentialList.of(listed));
    }

    private Roll publish(CredentialList credentials) {
        List<Entry> all =
                branch.roster.members().stream()
                        .map(member ->
                                new Entry(
                                        branch.hash(),
                                        member.id(),
                                        Optional.ofNullable(entries.get(member.id()))))
                        .toList();
        return Roll.of(Branch.UUID, 0, all, credentials);
    }

    private Finding member(int member, Roll roll) {
        Optional<Enrolment> mine =
                member < MEMBERS - 1 ? Optional.of(received.get(member)) : Optional.empty();
        return roll.opening(branch.id(member))
                .orElseThrow()
                .check(roll.statement(), roll.credentials(), branch.id(member), mine);
    }

    private String audit(Roll roll) {
        String flaw = new RollAudit(branch.roster, received).flaw(roll).orElse("");
        return flaw.replaceFirst("leaf [0-4]: ", "leaf: ");
    }

    private static Roll saying(Roll roll, int entitled, int enrolled) {
        RollStatement was = roll.statement();
        RollStatement says =
                new RollStatement(
                        was.uuid(),
                        was.version(),
                        was.credentials(),
                        was.root(),
                        entitled,
                        enrolled);
        return new Roll(says, roll.credentials(), roll.openings());
    }

    @Test
    void withoutDeceitNobodyFindsAny() {
        assertThat(audit(publish())).isEmpty();
        assertThat(member(0, publish())).isEqualTo(Finding.ENROLLED);
        assertThat(member(4, publish())).isEqualTo(Finding.NOT_ENROLLED);
    }

    @Test
    @DisplayName("ROLL-9: a credential without a member is found by everybody, from the counts")
    void anAddedCredentialIsFound() {
        listed.add(branch.credential().key());
        Roll roll = publish();
        assertThat(roll.statement().flaw(roll.credentials())).isPresent();
        assertThat(audit(roll)).isEqualTo("credentials: not as many as are enrolled");
        assertThat(member(0, roll)).isEqualTo(Finding.WRONG);
        // With the count raised as well, by who sees the tree.
        assertThat(audit(saying(roll, 5, 5))).isEqualTo("enrolled: not as many as the tree has");
    }

    @Test
    void aCredentialThatIsLeftOutIsFoundByItsMemberAndTheAuditor() {
        listed.remove(0);
        Roll roll = saying(publish(), 5, 3);
        assertThat(member(0, roll)).isEqualTo(Finding.WRONG);
        assertThat(audit(roll)).isEqualTo("enrolled: not as many as the tree has");
    }

    @Test
    void aMemberWhoIsLeftOutFindsItAndSoDoesTheAuditor() {
        listed.remove(0);
        entries.remove(branch.id(0));
        assertThat(member(0, publish())).isEqualTo(Finding.NOT_ENROLLED);
        assertThat(audit(publish())).isEqualTo("leaf: not enrolled, with an enrolment that stands");
    }

    @Test
    void anEnrolmentThatIsWithheldFromTheAuditorIsFoundByItsMember() {
        Enrolment withheld = received.get(0);
        listed.remove(0);
        entries.remove(branch.id(0));
        Roll roll = publish();
        RollAudit deceived = new RollAudit(branch.roster, received.subList(1, 4));
        assertThat(deceived.flaw(roll)).isEmpty();
        assertThat(
                        roll.opening(branch.id(0))
                                .orElseThrow()
                                .check(
                                        roll.statement(),
                                        roll.credentials(),
                                        branch.id(0),
                                        Optional.of(withheld)))
                .isEqualTo(Finding.NOT_ENROLLED);
    }

    @Test
    void aCredentialThatIsSwappedIsFoundByItsMemberAndTheAuditor() {
        listed.set(0, branch.credential().key());
        assertThat(member(0, publish())).isEqualTo(Finding.WRONG);
        assertThat(audit(publish()))
                .isEqualTo("leaf: enrolled with a credential that is not listed");
    }

    @Test
    @DisplayName(
            "ROLL-10: who is said to be enrolled without an enrolment finds it, as auditors do")
    void enrolledWithoutAnEnrolmentIsFound() {
        entries.put(branch.id(4), branch.hash());
        listed.add(branch.credential().key());
        Roll roll = publish();
        assertThat(member(4, roll)).isEqualTo(Finding.ENROLLED_OTHERWISE);
        assertThat(audit(roll)).isEqualTo("leaf: enrolled without an enrolment");
    }

    @Test
    void enrolledWithTheEnrolmentOfAnotherIsFound() {
        entries.put(branch.id(4), received.get(0).hash());
        listed.add(branch.credential().key());
        assertThat(member(4, publish())).isEqualTo(Finding.ENROLLED_OTHERWISE);
        assertThat(audit(publish())).isEqualTo("leaf: enrolled without an enrolment");
    }

    @Test
    void anEnrolmentThatARegistrarSignedIsFound() {
        Enrolment forged = branch.sign(4, 0, branch.credential(), branch.keys.get(0));
        received.add(forged);
        entries.put(branch.id(4), forged.hash());
        listed.add(forged.credential());
        assertThat(audit(publish()))
                .isEqualTo(
                        "leaf: enrolled with an enrolment that was refused:"
                                + " signature: not by the member's key in the roster");
    }

    @Test
    void aReplacedCredentialThatIsKeptIsFound() {
        Enrolment anew = branch.enrol(0, 1);
        received.add(anew);
        assertThat(audit(publish()))
                .isEqualTo("leaf: enrolled with an enrolment that was replaced");
        entries.put(branch.id(0), anew.hash());
        assertThat(audit(publish()))
                .isEqualTo("leaf: enrolled with a credential that is not listed");
        listed.set(0, anew.credential());
        assertThat(audit(publish())).isEmpty();
    }

    @Test
    void aVoteOfGreaterWeightIsFound() {
        Map<Element, Integer> weights = new HashMap<>();
        listed.forEach(each -> weights.put(each, 1));
        weights.put(listed.get(0), 2);
        Roll roll = publish(CredentialList.of(weights));
        assertThat(audit(roll)).isEqualTo("credentials: one with another weight than 1");
        assertThat(member(1, roll)).isEqualTo(Finding.WRONG);
    }

    @Test
    void aListThatWasNotSignedIsFound() {
        Roll roll = publish();
        listed.set(0, branch.credential().key());
        Roll other = new Roll(roll.statement(), CredentialList.of(listed), roll.openings());
        assertThat(member(1, other)).isEqualTo(Finding.WRONG);
        assertThat(audit(other))
                .isEqualTo("credentials: another list than the one that was signed");
    }

    @Test
    void aTreeWithoutAMemberOrWithOneTwiceIsFound() {
        Roll roll = publish();
        List<LeafOpening> fewer = roll.openings().subList(1, MEMBERS);
        assertThat(audit(new Roll(roll.statement(), roll.credentials(), fewer)))
                .isEqualTo("openings: one for a member is missing");
        List<LeafOpening> twice = new ArrayList<>(fewer);
        twice.add(fewer.getFirst());
        assertThat(audit(new Roll(roll.statement(), roll.credentials(), twice)))
                .isEqualTo("leaf: opened twice");
        List<Entry> doubled = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            Hash id = branch.id(Math.max(1, i));
            doubled.add(new Entry(branch.hash(), id, Optional.ofNullable(entries.get(id))));
        }
        Roll other = Roll.of(Branch.UUID, 0, doubled, CredentialList.of(listed));
        assertThat(audit(other))
                .isEqualTo("leaf: of nobody in the roster, or of somebody who has another");
    }

    @Test
    void anOpeningOfAnotherTreeIsFound() {
        Roll roll = publish();
        Roll other = publish();
        Roll mixed = new Roll(roll.statement(), roll.credentials(), other.openings());
        assertThat(audit(mixed)).isEqualTo("leaf: not in the tree that was signed");
        assertThat(member(0, mixed)).isEqualTo(Finding.WRONG);
        assertThat(audit(saying(roll, 6, 4))).isEqualTo("entitled: not as many as the roster has");
    }
}
