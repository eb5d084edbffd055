// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.RulesRefused;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A teller agrees to one notice, ever: of a steward's call, with rules that can be read and fit
/// the questions, and with nobody in the roster whom this device does not know.
final class NoticeDuty {
    private final Means means;

    NoticeDuty(Means means) {
        this.means = means;
    }

    void act(Balloting ballot) throws AppendRefused, IOException {
        PersonId me = means.me();
        if (ballot.teller(me) < 0 || ballot.hasAgreed(me) || ballot.isWithdrawn()) {
            return;
        }
        Optional<OfficeKeys> keys = means.chest(ballot).keys();
        for (Step.Announce announce : ballot.announced()) {
            Optional<Ready> ready = ballot.ready(announce);
            if (keys.isPresent() && ready.isPresent() && isAcceptable(ballot, announce)) {
                means.say(
                        ballot,
                        new Step.Agree(
                                ready.get().uuid(),
                                announce.notice().sign(keys.get().signing()),
                                ready.get().sign(keys.get().signing())));
                return;
            }
        }
    }

    private boolean isAcceptable(Balloting ballot, Step.Announce announce) {
        Set<Roster.Member> known = new HashSet<>(ballot.form().cards());
        known.addAll(members(means.replica().members(Means.CIRCLE)));
        return means.isSteward(ballot.convenor())
                && rules(ballot)
                        .filter(rules -> ResultFigures.areJudged(rules, ballot.form().questions()))
                        .isPresent()
                && announce.notice().times().closes() > means.seconds()
                && known.containsAll(announce.roster());
    }

    /// The rules of a ballot; empty where they are none.
    static Optional<RuleSet> rules(Balloting ballot) {
        try {
            byte[] text = ballot.form().rules().getBytes(StandardCharsets.UTF_8);
            return Optional.of(RuleSet.read(text));
        } catch (RulesRefused none) {
            return Optional.empty();
        }
    }

    /// The fewest ballots that are decrypted: five, or more where the rules say so.
    static int least(Balloting ballot) {
        int asked = rules(ballot).map(RuleSet::leastUnit).orElse(0);
        return Math.max(asked, Notice.LEAST_COUNTED);
    }

    /// The members of a circle as a roster has them, by id: each with the key of their first
    /// device. Who stores and forwards only has no vote.
    static List<Roster.Member> members(List<Member> people) {
        List<Roster.Member> members = new ArrayList<>();
        for (Member person : people) {
            if (person.role() != Role.KEEPER && !person.devices().isEmpty()) {
                DeviceId device = person.devices().getFirst();
                VerifyKey.of(device.hash().bytes())
                        .ifPresent(key -> members.add(new Roster.Member(id(person), key)));
            }
        }
        members.sort(Comparator.comparing(Roster.Member::id));
        return members;
    }

    private static Hash id(Member person) {
        return person.id().hash();
    }
}
