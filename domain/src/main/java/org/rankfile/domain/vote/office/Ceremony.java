// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.closing.Council;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.trustee.Certificate;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.KeyRound;
import org.rankfile.ballot.trustee.Participant;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.step.CallForm.Named;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.PersonId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Officers take their offices, and tellers make the key together: certificates, then promises,
/// then what was promised, then everybody's share. No step counts before all of the one before are
/// there.
final class Ceremony {
    /// The group of elections on the mesh.
    static final Group GROUP = Groups.BELENIOS_2048;

    private final Named officers;
    private final Firsts<PersonId, Step.Accept> accepted = new Firsts<>();
    private final Firsts<PersonId, Hash> promises = new Firsts<>();
    private final Firsts<PersonId, Contribution> contributions = new Firsts<>();
    private final Firsts<PersonId, DecryptionKey> shares = new Firsts<>();
    private final Firsts<PersonId, Step.Fault> faults = new Firsts<>();
    private Optional<Trustees> trustees = Optional.empty();
    private Optional<Optional<Integer>> culprit = Optional.empty();

    Ceremony(Named officers) {
        this.officers = officers;
    }

    /// Whether the call can ever come to a notice: enough different tellers.
    static boolean isPossible(Named officers) {
        int size = officers.tellers().size();
        int faulty = Math.max(1, (size - 1) / 3);
        return size >= Council.FEWEST
                && size <= org.rankfile.ballot.Limits.TELLERS
                && officers.registrars().size() <= org.rankfile.ballot.Limits.REGISTRARS
                && officers.threshold() > faulty
                && officers.threshold() <= size;
    }

    void accept(ContentOp op, Step.Accept accept) {
        boolean teller = officers.tellers().contains(op.author());
        if (officers.names(op.author()) && accept.certificate().isPresent() == teller) {
            accepted.offer(op.author(), op, accept);
            culprit = Optional.empty();
        }
    }

    void promise(ContentOp op, Hash promise) {
        if (isTeller(op)) {
            promises.offer(op.author(), op, promise);
            culprit = Optional.empty();
        }
    }

    void reveal(ContentOp op, Contribution contribution) {
        if (isTeller(op)) {
            contributions.offer(op.author(), op, contribution);
            culprit = Optional.empty();
        }
    }

    void share(ContentOp op, DecryptionKey key) {
        if (isTeller(op)) {
            shares.offer(op.author(), op, key);
            trustees = Optional.empty();
        }
    }

    /// Whoever has given their share has found nobody at fault.
    void fault(ContentOp op, Step.Fault fault) {
        if (isTeller(op)
                && fault.culprit() <= officers.tellers().size()
                && !shares.has(op.author())) {
            faults.offer(op.author(), op, fault);
            culprit = Optional.empty();
        }
    }

    private boolean isTeller(ContentOp op) {
        return officers.tellers().contains(op.author());
    }

    /// Where a teller stands.
    ///
    /// @param number from 0
    Place place(int number) {
        return new Place(GROUP.name(), officers.tellers().size(), officers.threshold(), number + 1);
    }

    Optional<Step.Accept> accepted(PersonId person) {
        return accepted.get(person);
    }

    /// Those who have not taken the office that they were asked for.
    List<PersonId> missing() {
        List<PersonId> named = new ArrayList<>(officers.tellers());
        named.addAll(officers.registrars());
        named.addAll(officers.witnesses());
        return named.stream().distinct().filter(person -> !accepted.has(person)).toList();
    }

    /// Everybody's certificates; empty before all are there.
    Optional<List<Certificate>> certificates() {
        return all(person -> accepted.get(person).flatMap(Step.Accept::certificate));
    }

    boolean hasPromised(PersonId person) {
        return promises.has(person);
    }

    Optional<List<Hash>> promises() {
        return all(promises::get);
    }

    boolean hasRevealed(PersonId person) {
        return contributions.has(person);
    }

    Optional<List<Contribution>> contributions() {
        return all(contributions::get);
    }

    boolean hasShare(PersonId person) {
        return shares.has(person);
    }

    /// Tellers who have not done their part of the round that the key is in.
    List<PersonId> late() {
        for (Firsts<PersonId, ?> round : List.of(promises, contributions, shares)) {
            List<PersonId> late =
                    officers.tellers().stream().filter(person -> !round.has(person)).toList();
            if (!late.isEmpty()) {
                return late;
            }
        }
        return List.of();
    }

    boolean hasFaulted(PersonId person) {
        return faults.has(person);
    }

    /// The number, from 1, of the teller whom a complaint proves not to have done as they should,
    /// be it the accused or the accuser; the lowest, where there are several.
    Optional<Integer> culprit() {
        if (culprit.isEmpty()) {
            culprit =
                    Optional.of(
                            certificates().stream()
                                    .map(all -> new KeyRound(GROUP, officers.threshold(), all))
                                    .flatMap(round ->
                                            faults.all().entrySet().stream()
                                                    .flatMap(each -> culprit(round, each).stream()))
                                    .min(Comparator.naturalOrder()));
        }
        return culprit.get();
    }

    private Optional<Integer> culprit(KeyRound round, Map.Entry<PersonId, Step.Fault> said) {
        Step.Fault fault = said.getValue();
        PersonId accused = officers.tellers().get(fault.culprit() - 1);
        int by = officers.tellers().indexOf(said.getKey()) + 1;
        return round.culprit(
                new KeyRound.Complaint(by, fault.culprit(), fault.opened()),
                new KeyRound.Given(promises.get(accused), contributions.get(accused)));
    }

    private interface Finder<T> {
        Optional<T> of(PersonId person);
    }

    private <T> Optional<List<T>> all(Finder<T> finder) {
        List<T> all = new ArrayList<>();
        for (PersonId person : officers.tellers()) {
            Optional<T> one = finder.of(person);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return Optional.of(all);
    }

    /// What the tellers made; empty before it is whole, and where it does not hold.
    Optional<Trustees> trustees() {
        if (trustees.isEmpty() && culprit().isEmpty()) {
            Optional<List<DecryptionKey>> keys = all(shares::get);
            if (keys.isPresent() && certificates().isPresent() && contributions().isPresent()) {
                trustees =
                        Optional.of(
                                        new Trustees(
                                                List.of(
                                                        Participant.assemble(
                                                                certificates().get(),
                                                                contributions().get(),
                                                                keys.get()))))
                                .filter(made -> made.flaw(GROUP).isEmpty());
            }
        }
        return trustees;
    }
}
