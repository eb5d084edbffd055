// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.BallotMaker;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.annex.Annex;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.closing.ClosedBox.Frame;
import org.rankfile.ballot.closing.Opening.Outcome;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.notice.Officers;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.Enrolled;
import org.rankfile.ballot.roll.Enrolment;
import org.rankfile.ballot.roll.Roll;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.Committee;
import org.rankfile.ballot.trustee.SetupFailed;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Postmarks;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.ballot.witness.WitnessLog;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A strike vote with four tellers, of whom three are needed, and three witnesses; without a mesh.
final class Polling {
    static final long OPENS = 1_000_000;
    static final long CLOSES = 1_003_600;
    static final String RULES =
            """
            {"format":"rankfile-rules-1","name":"Simple majority of yes and no","version":1,\
            "legalDate":"2026-11-25","source":"common rule of meetings","label":"check",\
            "units":"together","leastUnit":5,"questions":[{"yes":0,"no":[1],\
            "blank":{"inTurnout":true,"inCast":true},"tie":"fails",\
            "conditions":[{"yesMoreThan":"1/2","of":"valid"}]}]}\
            """;
    private static final Group GROUP = Groups.BELENIOS_2048;

    final SeededRandom random;
    final SigningKey convenor = SigningKey.generate(new SeededRandom(17));
    final List<SigningKey> tellers = new ArrayList<>();
    final List<SigningKey> witnesses = new ArrayList<>();
    final List<SigningKey> registrars = new ArrayList<>();
    final SignedRoll roll;
    final List<Receipt> receipts = new ArrayList<>();
    final List<Head.Signed> ends = new ArrayList<>();
    final List<Head.Signed> countersigned = new ArrayList<>();
    final List<WitnessLog> logs = new ArrayList<>();
    final List<Credential> voters = new ArrayList<>();
    final Committee committee;
    final Notice notice;
    final Frame frame;
    final Council council;
    final Postmarks postmarks;
    private final BallotMaker maker;

    Polling(long seed, int voterCount) throws SetupFailed {
        random = new SeededRandom(seed);
        for (int i = 0; i < 4; i++) {
            tellers.add(SigningKey.generate(random));
        }
        for (int i = 0; i < 3; i++) {
            witnesses.add(SigningKey.generate(random));
        }
        for (int i = 0; i < 2; i++) {
            registrars.add(SigningKey.generate(random));
        }
        notice = notice(voterCount);
        committee = new Committee(4, 3, seed);
        Trustees trustees = new Trustees(List.of(committee.make()));
        Election election = Election.of(notice.terms(), GROUP, trustees.key(GROUP));
        Roll made = roll(voterCount);
        roll =
                SignedRoll.of(made.statement())
                        .signed(0, registrars.get(0))
                        .signed(1, registrars.get(1));
        frame = new Frame(election, trustees, made.credentials(), made.statement().root());
        council = notice.council(election.fingerprint());
        postmarks = new Postmarks(notice.panel(election.fingerprint()));
        for (int i = 0; i < witnesses.size(); i++) {
            logs.add(new WitnessLog(election.fingerprint(), i, witnesses.get(i)));
        }
        maker = new BallotMaker(election, random);
    }

    private Roll roll(int voterCount) {
        List<Roster.Member> members = new ArrayList<>();
        List<Enrolment> enrolments = new ArrayList<>();
        for (int i = 0; i < voterCount; i++) {
            SigningKey key = SigningKey.generate(random);
            Roster.Member member = new Roster.Member(hash(), key.verifyKey());
            voters.add(Credential.draw(GROUP, notice.uuid(), random));
            members.add(member);
            enrolments.add(
                    Enrolment.sign(
                            GROUP,
                            new Enrolment.Place(notice.uuid(), member.id(), 0),
                            voters.getLast(),
                            key,
                            random));
        }
        Roster roster = new Roster(notice.uuid(), GROUP, members);
        return Roll.of(roster, Enrolled.of(roster, enrolments), 0, random);
    }

    private Notice notice(int entitled) {
        return new Notice(
                "Strike vote",
                "Invented",
                List.of(new Question("Strike?", List.of("Yes", "No"), true, 1, 1)),
                Hash.sha256Plain(RULES.getBytes(StandardCharsets.UTF_8)),
                hash(),
                entitled,
                new Officers(
                        convenor.verifyKey(),
                        registrars.stream().map(SigningKey::verifyKey).toList(),
                        tellers.stream().map(SigningKey::verifyKey).toList(),
                        3,
                        witnesses.stream().map(SigningKey::verifyKey).toList()),
                new Times(OPENS, CLOSES, 10),
                true);
    }

    Hash hash() {
        return Hash.of(random.bytes(Hash.BYTES));
    }

    /// A ballot: 0 for blank, 1 for yes, 2 for no.
    CastEnvelope cast(Credential voter, int answer, Place place) {
        List<Integer> choice =
                List.of(answer == 0 ? 1 : 0, answer == 1 ? 1 : 0, answer == 2 ? 1 : 0);
        return CastEnvelope.seal(
                frame.election(), maker.make(voter, List.of(choice)), voter, place, random);
    }

    /// Two of the witnesses see an envelope.
    void witness(CastEnvelope envelope, long time) {
        int without = random.nextInt(witnesses.size());
        for (int i = 0; i < witnesses.size(); i++) {
            if (i != without) {
                receipts.add(logs.get(i).see(envelope.id(), time).orElseThrow());
                postmarks.add(receipts.getLast());
            }
        }
    }

    /// Voting is over: heads are signed and countersigned by two.
    void end() {
        for (WitnessLog log : logs) {
            ends.add(log.end());
            countersigned.add(ends.getLast().head().countersign(1, tellers.get(1)));
            countersigned.add(ends.getLast().head().countersign(3, tellers.get(3)));
        }
        ends.forEach(postmarks::addEnd);
        countersigned.forEach(postmarks::addCountersignature);
    }

    /// What honest tellers who have this box seal.
    List<SignedVote> seal(ClosedBox box) {
        List<Closing> closings = new ArrayList<>();
        List<ClosingMessage> said = new ArrayList<>();
        for (int i = 0; i < tellers.size(); i++) {
            closings.add(new Closing(council, i, tellers.get(i)));
            said.addAll(closings.get(i).have(box.statement().root()));
        }
        for (int i = 0; i < said.size(); i++) {
            for (Closing closing : closings) {
                said.addAll(closing.receive(said.get(i)));
            }
        }
        return closings.getFirst().seals();
    }

    /// A teller, from 0, who decrypted this before.
    Opening opening(Optional<Hash> before) {
        return new Opening(council, Notice.LEAST_COUNTED, before);
    }

    /// The archive with the parts of three tellers.
    byte[] archive(ClosedBox box) throws IOException {
        List<SignedVote> seals = seal(box);
        Map<Integer, PartialDecryption> parts = new TreeMap<>();
        for (int teller : new int[] {0, 2, 3}) {
            Scalar share = committee.share(teller + 1).secret();
            Outcome outcome = opening(Optional.empty()).open(box, seals, share, random);
            parts.put(teller + 1, ((Outcome.Part) outcome).part());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box.record().write(out, CLOSES, parts);
        return out.toByteArray();
    }

    /// The annex of an archive.
    Annex annex(ClosedBox box) {
        List<CastEnvelope> also = new ArrayList<>(box.set().equivocations());
        also.addAll(box.set().repeated());
        return new Annex(
                notice,
                Optional.of(notice.call(convenor)),
                tellers.stream().map(notice::sign).toList(),
                RULES,
                roll,
                box.set().exported().stream().map(CastEnvelope::head).toList(),
                also,
                box.aside().stream().map(ClosedBox.Aside::envelope).toList(),
                receipts,
                ends,
                countersigned,
                seal(box));
    }
}
