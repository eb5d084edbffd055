// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.closing.ClosingMessage;
import org.rankfile.ballot.closing.ClosingStatement;
import org.rankfile.ballot.closing.SignedVote;
import org.rankfile.ballot.closing.Vote;
import org.rankfile.ballot.merkle.SortedTree;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.domain.vote.step.CallForm;
import org.rankfile.domain.vote.step.Letter;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.PersonId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One ballot, as its steps in the hall say: the same for the same steps. Whoever says something
/// that is not theirs to say has said nothing.
final class Balloting {
    private final String id;
    private final PersonId convenor;
    private final CallForm form;
    private final Ceremony ceremony;
    private final int registrar;
    private final int witness;
    private final Proved proved;
    private final Map<String, Step.Announce> announced = new LinkedHashMap<>();
    private final Firsts<PersonId, Step.Agree> agreed = new Firsts<>();
    private final List<Posted<Letter>> enrolments = new ArrayList<>();
    private final List<Posted<Step.Cell>> cells = new ArrayList<>();
    private final List<Posted<ClosingMessage>> closing = new ArrayList<>();
    private final Map<Hash, Step.Contents> contents = new LinkedHashMap<>();
    private final Firsts<PersonId, Step.Part> parts = new Firsts<>();
    private final Firsts<PersonId, Step> destroyed = new Firsts<>();
    private Optional<Hash> sealed = Optional.empty();
    private int judgedSeals;
    private boolean withdrawn;
    private Optional<Open> open = Optional.empty();

    /// Something that somebody said, in the order in which it came.
    record Posted<T>(PersonId author, T said) {}

    /// A ballot that all tellers agreed to.
    record Open(Ready ready, Rolls rolls, Box box) {}

    /// @param me whose device this is: what is sealed to others is not kept in memory
    Balloting(String id, PersonId convenor, CallForm form, PersonId me, Proved proved) {
        this.id = id;
        registrar = form.officers().registrars().indexOf(me);
        witness = form.officers().witnesses().indexOf(me);
        this.convenor = convenor;
        this.form = form;
        this.proved = proved;
        ceremony = new Ceremony(form.officers());
    }

    /// Takes a step.
    ///
    /// @return whether more objects might be taken now
    boolean take(ContentOp op, Step step) {
        PersonId author = op.author();
        switch (step) {
            case Step.Call _, Step.Paper _, Step.CountSealed _, Step.CountShown _ -> {}
            case Step.Accept accept -> ceremony.accept(op, accept);
            case Step.Promise promise -> ceremony.promise(op, promise.promise());
            case Step.Reveal reveal -> ceremony.reveal(op, reveal.contribution());
            case Step.Share share -> ceremony.share(op, share.key());
            case Step.Fault fault -> ceremony.fault(op, fault);
            case Step.Announce announce -> {
                if (author.equals(convenor) && isOfItsDevice(op, announce)) {
                    announced.putIfAbsent(announce.notice().uuid(), announce);
                }
            }
            case Step.Agree agree -> {
                if (teller(author) >= 0) {
                    agreed.offer(author, op, agree);
                }
            }
            case Step.Withdraw _ -> withdrawn |= author.equals(convenor) && open.isEmpty();
            case Step.Enrol enrol -> {
                if (registrar >= 0 && registrar < enrol.letters().size()) {
                    enrolments.add(new Posted<>(author, enrol.letters().get(registrar)));
                }
            }
            case Step.Cell cell -> {
                Letter letter = cell.witness() == witness ? cell.letter() : Letter.NONE;
                cells.add(
                        new Posted<>(author, new Step.Cell(cell.window(), cell.witness(), letter)));
            }
            case Step.Destroyed _ -> destroyed.offer(author, op, step);
            default -> {
                return open.isPresent() && takeOpen(op, step, open.get());
            }
        }
        return openNow();
    }

    private static boolean isOfItsDevice(ContentOp op, Step.Announce announce) {
        Notice notice = announce.notice();
        return DeviceId.of(notice.officers().convenor()).equals(op.device())
                && notice.isCalledBy(announce.signature());
    }

    private boolean takeOpen(ContentOp op, Step step, Open now) {
        PersonId author = op.author();
        int from = form.officers().registrars().indexOf(author);
        switch (step) {
            case Step.Enrolled roll -> {
                return from >= 0 && now.rolls().add(op, from, roll);
            }
            case Step.Cosign cosign -> {
                return from >= 0 && now.rolls().sign(from, cosign);
            }
            case Step.Receipts receipts -> {
                boolean any = false;
                for (Receipt receipt : receipts.receipts()) {
                    any = now.box().add(receipt) || any;
                }
                return any;
            }
            case Step.End end -> now.box().end(end.head());
            case Step.Seen seen -> now.box().countersign(seen.head());
            case Step.Contents what -> {
                if (teller(author) >= 0) {
                    root(now, what).ifPresent(root -> contents.putIfAbsent(root, what));
                }
            }
            case Step.Closing said -> {
                if (teller(author) == said.message().teller()) {
                    closing.add(new Posted<>(author, said.message()));
                }
            }
            case Step.Part part -> {
                if (teller(author) >= 0) {
                    parts.offer(author, op, part);
                }
            }
            default -> throw new IllegalStateException("a step of the preparation");
        }
        return false;
    }

    /// What tellers close if they have this.
    private static Optional<Hash> root(Open now, Step.Contents what) {
        return now.rolls()
                .version(what.roll())
                .filter(_ -> now.rolls().holds(what.roll()))
                .map(roll ->
                        new ClosingStatement(
                                        now.ready().fingerprint(),
                                        Hash.sha256Plain(roll.credentials().bytes()),
                                        roll.roll().statement().root(),
                                        SortedTree.of(what.envelopes()).root(),
                                        what.envelopes().size())
                                .root());
    }

    /// What a root stands for, if a teller has said so.
    Optional<Step.Contents> contents(Hash root) {
        return Optional.ofNullable(contents.get(root));
    }

    /// Whether it is a ballot that people can vote in now, and was not before.
    private boolean openNow() {
        if (open.isPresent() || withdrawn) {
            return false;
        }
        for (Step.Announce announce : announced.values()) {
            Optional<Ready> ready = ready(announce);
            if (ready.isPresent() && allAgreed(ready.get())) {
                open =
                        Optional.of(
                                new Open(
                                        ready.get(),
                                        new Rolls(ready.get()),
                                        new Box(ready.get(), proved)));
                return true;
            }
        }
        return false;
    }

    private boolean allAgreed(Ready ready) {
        List<VerifyKey> keys = ready.notice().officers().tellers();
        for (int i = 0; i < keys.size(); i++) {
            VerifyKey key = keys.get(i);
            Optional<Step.Agree> agree =
                    agreed.get(form.officers().tellers().get(i))
                            .filter(each -> each.uuid().equals(ready.uuid()))
                            .filter(each -> ready.notice().isSignedBy(key, each.notice()))
                            .filter(each -> ready.isSignedBy(key, each.election()));
            if (agree.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// What a notice comes to; empty where it is not of this call, these officers and this key.
    Optional<Ready> ready(Step.Announce announce) {
        Notice notice = announce.notice();
        if (ceremony.trustees().isEmpty() || !isOfCall(announce)) {
            return Optional.empty();
        }
        Roster roster = new Roster(notice.uuid(), Ceremony.GROUP, announce.roster());
        return Optional.of(Ready.of(notice, roster, ceremony.trustees().get()));
    }

    private boolean isOfCall(Step.Announce announce) {
        Notice notice = announce.notice();
        byte[] rules = form.rules().getBytes(StandardCharsets.UTF_8);
        return notice.title().equals(form.title())
                && notice.description().equals(form.description())
                && notice.questions().equals(form.questions())
                && notice.rehearsal() == form.rehearsal()
                && notice.rules().equals(Hash.sha256Plain(rules))
                && notice.roster().equals(StepCodec.roster(announce.roster()))
                && notice.entitled() == announce.roster().size()
                && Roster.flaw(announce.roster()).isEmpty()
                && notice.officers().threshold() == form.officers().threshold()
                && notice.officers().tellers().equals(keys(form.officers().tellers()))
                && notice.officers().registrars().equals(keys(form.officers().registrars()))
                && notice.officers().witnesses().equals(keys(form.officers().witnesses()));
    }

    /// The keys with which officers took their offices; those who did not are left out.
    List<VerifyKey> keys(List<PersonId> people) {
        return people.stream()
                .flatMap(person -> ceremony.accepted(person).stream())
                .map(Step.Accept::office)
                .toList();
    }

    String id() {
        return id;
    }

    PersonId convenor() {
        return convenor;
    }

    CallForm form() {
        return form;
    }

    Ceremony ceremony() {
        return ceremony;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /// Somebody's number among the tellers, from 0; -1 for nobody.
    int teller(PersonId person) {
        return form.officers().tellers().indexOf(person);
    }

    Collection<Step.Announce> announced() {
        return announced.values();
    }

    boolean hasAgreed(PersonId teller) {
        return agreed.has(teller);
    }

    Optional<Open> open() {
        return open;
    }

    /// The letters with enrolments to this device's registrar.
    List<Posted<Letter>> enrolments() {
        return enrolments;
    }

    List<Posted<Step.Cell>> cells() {
        return cells;
    }

    List<Posted<ClosingMessage>> closing() {
        return closing;
    }

    /// The convenor's signature of the notice that all agreed to.
    Optional<Signature> called() {
        return open.map(now -> announced.get(now.ready().uuid())).map(Step.Announce::signature);
    }

    /// The tellers' signatures of the notice, in their order.
    List<Signature> agreements() {
        return form.officers().tellers().stream()
                .flatMap(person -> agreed.get(person).stream())
                .map(Step.Agree::notice)
                .toList();
    }

    /// What a quorum sealed; empty before.
    Optional<Hash> sealed() {
        List<SignedVote> seals = seals();
        if (sealed.isEmpty() && open.isPresent() && seals.size() > judgedSeals) {
            judgedSeals = seals.size();
            sealed =
                    seals.stream()
                            .map(seal -> seal.vote().root())
                            .distinct()
                            .filter(root -> open.get().ready().council().sealed(root, seals))
                            .findFirst();
        }
        return sealed;
    }

    /// All seals.
    List<SignedVote> seals() {
        List<SignedVote> seals = new ArrayList<>();
        for (Posted<ClosingMessage> each : closing) {
            if (each.said() instanceof SignedVote vote && vote.vote().kind() == Vote.Kind.SEAL) {
                seals.add(vote);
            }
        }
        return seals;
    }

    Optional<Step.Part> part(PersonId teller) {
        return parts.get(teller);
    }

    /// The parts of the decryption of what was sealed, by the number of the teller from 1. Whether
    /// they hold is not looked at.
    Map<Integer, PartialDecryption> parts(Hash root) {
        Map<Integer, PartialDecryption> all = new TreeMap<>();
        parts.all()
                .forEach((person, part) -> {
                    if (part.root().equals(root)) {
                        all.put(teller(person) + 1, part.part());
                    }
                });
        return all;
    }

    boolean hasDestroyed(PersonId teller) {
        return destroyed.has(teller);
    }
}
