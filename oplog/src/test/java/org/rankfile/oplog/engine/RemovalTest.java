// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.Decision;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.List;
import java.util.Optional;

/// Letting people out: Ana founded, Ben and Cleo are managers too, Dan is a steward, Eve a member.
class RemovalTest {
    private final SeededRandom random = new SeededRandom(71);
    private final Laptop ana;
    private final Laptop ben;
    private final Laptop cleo;
    private final Laptop dan;
    private final Laptop eve;

    RemovalTest() throws StoreException, AppendRefused {
        ana = Laptop.founder(random, ManualTime.atTestMorning());
        ben = Laptop.admitted(ana, "Ben", Role.MANAGER, random);
        cleo = Laptop.admitted(ana, "Cleo", Role.STEWARD, random);
        dan = Laptop.admitted(ana, "Dan", Role.STEWARD, random);
        eve = Laptop.admitted(ana, "Eve", Role.MEMBER, random);
        meet(ana, ben, cleo, dan, eve);
        ben.replica().stewardship().assign(id("Cleo"), Role.MANAGER);
        meet(ana, ben);
        assertThat(ana.replica().stewardship().assign(id("Cleo"), Role.MANAGER).done()).isTrue();
        meet(ana, ben, cleo, dan, eve);
    }

    /// All of them get to know what any of them knows.
    private static void meet(Laptop... laptops) throws StoreException {
        for (Laptop from : laptops) {
            for (Laptop to : laptops) {
                to.take("hall", from.ops("hall"));
                to.take("committee", from.ops("committee"));
            }
        }
    }

    private PersonId id(String name) {
        return ana.replica().members("hall").stream()
                .filter(member -> member.name().equals(name))
                .map(Member::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Laptop by, String circle) {
        return by.replica().members(circle).stream().map(Member::name).toList();
    }

    private static Role role(Laptop by, PersonId person) {
        return by.replica().members("hall").stream()
                .filter(member -> member.id().equals(person))
                .map(Member::role)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("KEY-10: who was removed cannot read what is written after its writer heard of it")
    void theRemovedReadNothingThatComesAfter() throws StoreException, AppendRefused {
        PersonId dans = id("Dan");
        assertThat(ana.replica().stewardship().remove(dans)).isEqualTo(Decision.DONE);
        ben.append("hall", "before Ben heard");
        meet(ana, ben, cleo, eve);
        eve.append("hall", "Eve in the hall");
        ben.append("committee", "Ben in the committee");
        ana.append("committee", "Ana in the committee");
        meet(ana, ben, cleo, dan, eve);

        assertThat(dan.read.keySet()).containsExactly("hall before Ben heard");
        assertThat(cleo.read.keySet())
                .containsExactlyInAnyOrder(
                        "hall before Ben heard",
                        "hall Eve in the hall",
                        "committee Ben in the committee",
                        "committee Ana in the committee");
        assertThat(names(eve, "hall")).doesNotContain("Dan");
        assertThat(names(cleo, "committee")).containsExactly("Ana", "Ben", "Cleo");
    }

    @Test
    @DisplayName("MEM-21: removal from the hall ends the committee too, for who removed knows both")
    void removalFromTheHallEndsTheCommittee() throws StoreException, AppendRefused {
        ben.replica().stewardship().remove(id("Dan"));
        meet(ana, ben, cleo, dan);
        assertThat(names(ana, "committee")).doesNotContain("Dan");
        assertThatThrownBy(() -> dan.append("committee", "still here"))
                .isInstanceOf(AppendRefused.class);
        ana.append("committee", "without Dan");
        meet(ana, ben, cleo, dan);
        assertThat(dan.read).isEmpty();
        assertThat(ben.read).containsKey("committee without Dan");
    }

    @Test
    @DisplayName("MEM-13: what the removed write after they knew is refused")
    void theRemovedAreNotHeard() throws StoreException, AppendRefused {
        ana.replica().stewardship().remove(id("Dan"));
        meet(ana, dan);
        assertThatThrownBy(() -> dan.append("hall", "I am still here"))
                .isInstanceOf(AppendRefused.class);
    }

    @Test
    @DisplayName("MEM-13, MEM-14: a manager is removed by more than half of them, by no one alone")
    void aManagerIsRemovedByMoreThanHalf() throws StoreException, AppendRefused {
        PersonId bens = id("Ben");
        Decision first = ana.replica().stewardship().remove(bens);
        assertThat(first).isEqualTo(new Decision(false, 1, 2));
        assertThat(names(ana, "hall")).contains("Ben");
        assertThat(ana.replica().stewardship().remove(bens)).isEqualTo(first);
        meet(ana, cleo);
        assertThat(cleo.replica().stewardship().remove(bens)).isEqualTo(Decision.DONE);
        meet(ana, ben, cleo, dan, eve);
        for (Laptop each : List.of(ana, ben, cleo, dan, eve)) {
            assertThat(names(each, "hall")).doesNotContain("Ben");
        }
        ana.append("hall", "after Ben");
        meet(ana, ben, cleo, dan, eve);
        assertThat(ben.read).isEmpty();
        assertThat(eve.read).containsKey("hall after Ben");
    }

    @Test
    @DisplayName("MEM-14: a word that was taken back does not count")
    void aWordCanBeTakenBack() throws StoreException, AppendRefused {
        PersonId bens = id("Ben");
        ana.replica().stewardship().remove(bens);
        ana.replica().stewardship().withdraw(bens, Optional.empty());
        meet(ana, cleo);
        assertThat(cleo.replica().stewardship().remove(bens)).isEqualTo(new Decision(false, 1, 2));
    }

    @Test
    @DisplayName("MEM-13: members and stewards shut nobody out who is above them")
    void nobodyShutsOutWhoIsAboveThem() throws AppendRefused {
        for (Runnable attempt :
                List.<Runnable>of(
                        () -> refused(() -> eve.replica().stewardship().remove(id("Dan"))),
                        () -> refused(() -> eve.replica().stewardship().suspend(id("Ana"))),
                        () -> refused(() -> dan.replica().stewardship().remove(id("Cleo"))),
                        () -> refused(() -> dan.replica().stewardship().suspend(id("Eve"))),
                        () ->
                                refused(() ->
                                        dan.replica()
                                                .stewardship()
                                                .assign(id("Dan"), Role.MANAGER)))) {
            attempt.run();
        }
        assertThat(dan.replica().stewardship().remove(id("Eve"))).isEqualTo(Decision.DONE);
    }

    private interface Attempt {
        void run() throws AppendRefused;
    }

    private static void refused(Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        AppendRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(AppendRefused.Reason.NOT_ALLOWED));
    }

    @Test
    @DisplayName("MEM-12: the suspended read nothing new until somebody reinstates them")
    void theSuspendedAreShutOutForAWhile() throws StoreException, AppendRefused {
        PersonId dans = id("Dan");
        ana.replica().stewardship().suspend(dans);
        ana.append("hall", "without Dan");
        meet(ana, ben, cleo, dan, eve);
        assertThat(dan.read).isEmpty();
        assertThat(names(eve, "hall")).contains("Dan");
        assertThat(eve.replica().members("hall"))
                .filteredOn(member -> member.id().equals(dans))
                .allMatch(Member::suspended);
        assertThatThrownBy(() -> dan.append("hall", "me too")).isInstanceOf(AppendRefused.class);

        ben.replica().stewardship().reinstate(dans);
        ben.append("hall", "welcome back");
        meet(ana, ben, cleo, dan, eve);
        assertThat(dan.read.keySet()).contains("hall welcome back");
        dan.append("hall", "thank you");
        meet(dan, eve);
        assertThat(eve.read).containsKey("hall thank you");
    }

    @Test
    @DisplayName("MEM-15: somebody added by a manager who is suspended meanwhile does not get in")
    void anAdminAddingAnOutsiderWhileBeingSuspended() throws StoreException, AppendRefused {
        ana.replica().stewardship().suspend(id("Ben"));
        Laptop spy = Laptop.admitted(ben, "Spy", Role.STEWARD, random);
        meet(ana, ben, cleo, dan, eve, spy);
        ana.append("hall", "who is here?");
        ana.append("committee", "and here?");
        meet(ana, ben, cleo, dan, eve, spy);
        for (Laptop each : List.of(ana, cleo, dan, eve)) {
            assertThat(names(each, "hall")).doesNotContain("Spy");
        }
        assertThat(spy.read).isEmpty();
        assertThat(eve.read).containsKey("hall who is here?");
    }

    @Test
    @DisplayName("MEM-16: a laptop that was away for a year suspends nobody's settled deeds away")
    void anOldDeviceCannotUnmakeTheLocal() throws StoreException, AppendRefused {
        Laptop fay = Laptop.admitted(ana, "Fay", Role.MEMBER, random);
        meet(ana, cleo, dan, eve, fay);
        cleo.replica().stewardship().remove(id("Eve"));
        meet(ana, cleo, dan, fay);
        ana.append("hall", "a year of work");
        ana.replica().stewardship().suspend(id("Dan"));
        meet(ana, cleo, dan, fay);
        cleo.replica().stewardship().reinstate(id("Dan"));
        meet(ana, cleo, dan, fay);

        ben.replica().stewardship().suspend(id("Ana"));
        meet(ana, ben, cleo, dan, fay);
        assertThat(names(cleo, "hall")).contains("Fay").doesNotContain("Eve");
        assertThat(names(fay, "hall")).contains("Fay");
    }

    @Test
    @DisplayName("MEM-19: two managers who suspend each other are both suspended, everywhere")
    void mutualSuspensionSuspendsBoth() throws StoreException, AppendRefused {
        PersonId anas = id("Ana");
        PersonId bens = id("Ben");
        ana.replica().stewardship().suspend(bens);
        ben.replica().stewardship().suspend(anas);
        meet(ana, ben, cleo, dan, eve);
        for (Laptop each : List.of(ana, ben, cleo, dan, eve)) {
            assertThat(each.replica().members("hall"))
                    .filteredOn(Member::suspended)
                    .extracting(Member::id)
                    .containsExactlyInAnyOrder(anas, bens);
        }
        cleo.replica().stewardship().reinstate(anas);
        meet(ana, cleo);
        assertThat(ana.replica().stewardship().remove(id("Eve"))).isEqualTo(Decision.DONE);
    }

    @Test
    @DisplayName("MEM-13: one who suspends all others first can still be removed by them")
    void whoSuspendsEverybodyCanStillBeRemoved() throws StoreException, AppendRefused {
        PersonId bens = id("Ben");
        ben.replica().stewardship().suspend(id("Ana"));
        ben.replica().stewardship().suspend(id("Cleo"));
        meet(ana, ben, cleo, dan, eve);
        assertThat(ana.replica().stewardship().remove(bens).done()).isFalse();
        meet(ana, cleo);
        assertThat(cleo.replica().stewardship().remove(bens)).isEqualTo(Decision.DONE);
        meet(ana, ben, cleo, dan, eve);
        assertThat(names(eve, "hall")).doesNotContain("Ben");
    }

    @Test
    @DisplayName("MEM-13: whoever wants to may go, but the last manager")
    void everybodyMayGo() throws StoreException, AppendRefused {
        eve.replica().stewardship().remove(id("Eve"));
        meet(ana, eve, ben, cleo);
        assertThat(names(ana, "hall")).doesNotContain("Eve");
        cleo.replica().stewardship().remove(id("Cleo"));
        meet(ana, ben, cleo);
        ben.replica().stewardship().remove(id("Ben"));
        meet(ana, ben, cleo);
        refused(() -> ana.replica().stewardship().remove(id("Ana")));
    }

    @Test
    @DisplayName("MEM-13: one manager alone makes no other, where there are two")
    void oneManagerAloneMakesNoOther() throws StoreException, AppendRefused {
        Laptop fay = Laptop.admitted(ana, "Fay", Role.MANAGER, random);
        meet(ana, ben, cleo, fay);
        assertThat(role(ben, id("Fay"))).isEqualTo(Role.STEWARD);
        assertThat(ben.replica().stewardship().assign(id("Fay"), Role.MANAGER))
                .isEqualTo(Decision.DONE);
        meet(ana, ben, cleo, fay);
        assertThat(role(fay, id("Fay"))).isEqualTo(Role.MANAGER);
    }

    @Test
    @DisplayName("MEM-12: a revoked device is out, its person's other device is not")
    void aRevokedDeviceIsOut() throws StoreException, AppendRefused {
        Member eves =
                ana.replica().members("hall").stream()
                        .filter(member -> member.name().equals("Eve"))
                        .findFirst()
                        .orElseThrow();
        ana.replica().stewardship().revoke(eves.id(), eves.devices().getFirst());
        ana.append("hall", "the laptop was stolen");
        meet(ana, ben, eve);
        assertThat(eve.read).isEmpty();
        assertThat(names(ben, "hall")).contains("Eve");
        refused(() ->
                ana.replica().stewardship().revoke(id("Ben"), ben.replica().status().device()));
    }

    @Test
    @DisplayName("KEY-7: nobody writes under an epoch whose minter is not among its readers")
    void anEpochOfSomebodyWhoIsGoneIsNotUsed() throws StoreException, AppendRefused {
        ana.replica().stewardship().remove(id("Dan"));
        meet(ana, ben, cleo, eve);
        Circle hall = ana.replica().log().circle("hall").orElseThrow();
        assertThat(hall.state().currentEpochs())
                .isNotEmpty()
                .allSatisfy(epoch -> {
                    Circle.Mint mint =
                            Optional.ofNullable(hall.mints().get(epoch.mint())).orElseThrow();
                    assertThat(mint.isFor(mint.audience())).isTrue();
                    assertThat(mint.audience()).doesNotContain(dan.replica().status().device());
                });
    }
}
