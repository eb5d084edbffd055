// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.Choices;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.oplog.PersonId;
import org.rankfile.testkit.SeededRandom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A rehearsal of a strike vote on a pretended mesh: the first four of five are tellers, of whom
/// three are needed; the first two are registrars, the first three witnesses.
final class BallotDay {
    static final int YES = 0;
    static final int NO = 1;

    final PretendMesh mesh;
    final List<PollCard> cards = new ArrayList<>();
    final Set<PretendMesh.Device> away = new HashSet<>();
    String id = "";

    BallotDay(long seed, int cardCount) {
        SeededRandom random = new SeededRandom(seed);
        mesh = new PretendMesh(new Random(seed), 5);
        for (int i = 0; i < cardCount; i++) {
            cards.add(PollCard.draw(random));
        }
    }

    PretendMesh.Device device(int number) {
        return mesh.devices.get(number);
    }

    Ballots ballots(int number) {
        return device(number).union().ballots();
    }

    /// Everything that those who are here have gets to all of them, until nothing is new.
    void meet() {
        int before;
        do {
            before = mesh.size();
            for (PretendMesh.Device each : mesh.devices) {
                if (!away.contains(each)) {
                    mesh.deliver(each, 1, away);
                }
            }
        } while (mesh.size() > before);
    }

    /// Time passes for everybody, in steps of half a second, and they meet in each.
    void pass(long seconds) {
        for (int i = 0; i < 2 * seconds; i++) {
            for (PretendMesh.Device each : mesh.devices) {
                each.advance(Duration.ofMillis(500));
            }
            meet();
        }
    }

    /// Calls and prepares it.
    void call() {
        call(
                new Question("Strike?", List.of("Yes", "No"), true, 1, 1),
                Preset.SIMPLE_MAJORITY.rules());
    }

    void call(Question question, RuleSet rules) {
        id = done(ballots(0).call(wanted(question, rules)));
        meet();
    }

    NewBallot wanted(Question question, RuleSet rules) {
        List<PersonId> people = mesh.devices.stream().map(each -> each.person).toList();
        return new NewBallot(
                "Strike?",
                "Invented",
                List.of(question),
                rules,
                true,
                new NewBallot.Asked(
                        people.subList(0, 2), people.subList(0, 4), 3, people.subList(0, 3)),
                cards.stream()
                        .map(card -> new Roster.Member(card.member(), card.identity().verifyKey()))
                        .toList());
    }

    /// Opens it: voting begins in two seconds and lasts 80.
    void open() {
        done(ballots(0).open(id, times()));
        meet();
        pass(3);
    }

    Times times() {
        long now = device(0).time.millis() / 1000;
        return new Times(now + 2, now + 82, 4);
    }

    /// A notice of another roster.
    static Step.Announce announce(
            PretendMesh.Device convenor, Notice like, List<Roster.Member> roster) {
        Notice notice =
                new Notice(
                        like.title(),
                        like.description(),
                        like.questions(),
                        like.rules(),
                        StepCodec.roster(roster),
                        roster.size(),
                        like.officers(),
                        like.times(),
                        like.rehearsal());
        return new Step.Announce(notice, roster, notice.call(convenor.signer()));
    }

    String cast(int device, int answer) {
        return done(ballots(device).cast(id, choice(answer)));
    }

    String castByCard(int device, int card, int answer) {
        return done(ballots(device).castByCard(id, cards.get(card), choice(answer)));
    }

    static Choices choice(int answer) {
        return new Choices(List.of(Set.of(answer)));
    }

    BallotView view(int device) {
        return done(ballots(device).show(id));
    }

    static <T> T done(CompletableFuture<BallotAnswer<T>> answer) {
        return switch (answer.join()) {
            case BallotAnswer.Done<T>(T value) -> value;
            case BallotAnswer.Refused<T>(BallotRefusal why) ->
                    throw new AssertionError("refused: " + why);
        };
    }

    static BallotRefusal refused(CompletableFuture<? extends BallotAnswer<?>> answer) {
        if (answer.join() instanceof BallotAnswer.Refused<?>(BallotRefusal why)) {
            return why;
        }
        throw new AssertionError("was not refused");
    }
}
