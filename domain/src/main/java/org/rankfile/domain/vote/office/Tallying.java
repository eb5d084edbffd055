// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.archive.ElectionRecord;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.closing.ClosedBox.Aside;
import org.rankfile.ballot.closing.ClosedBox.Why;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.office.Balloting.Open;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What was sealed and what it came to.
final class Tallying {
    private final Map<Integer, PartialDecryption> sound = new TreeMap<>();
    private Optional<Counted> counted = Optional.empty();

    /// A result and what it was made of.
    ///
    /// @param parts those that hold, by the number of the teller from 1
    record Counted(ClosedBox box, Map<Integer, PartialDecryption> parts, Result result) {}

    /// The box that a quorum sealed; empty while it is not known or not whole.
    static Optional<ClosedBox> sealed(Balloting ballot, Open open) {
        Optional<Hash> root = ballot.sealed();
        return root.flatMap(ballot::contents)
                .flatMap(contents ->
                        open.rolls()
                                .version(contents.roll())
                                .flatMap(roll ->
                                        open.box()
                                                .close(roll, new HashSet<>(contents.envelopes()))))
                .filter(box -> box.statement().root().equals(root.get()));
    }

    /// The result; computed once, from the first parts that are enough. Later ones are added to the
    /// record.
    Optional<Counted> count(Balloting ballot, Open open) {
        Optional<ClosedBox> box = sealed(ballot, open);
        if (box.isEmpty()) {
            return counted;
        }
        int before = sound.size();
        check(ballot, open, box.get());
        boolean same =
                counted.map(each -> each.box() == box.get()).orElse(false)
                        && sound.size() == before;
        if (!same) {
            ElectionRecord record = box.get().record();
            counted =
                    record.result(sound)
                            .map(result -> new Counted(box.get(), new TreeMap<>(sound), result));
        }
        return counted;
    }

    private void check(Balloting ballot, Open open, ClosedBox box) {
        Map<Integer, PartialDecryption> parts = new HashMap<>(ballot.parts(box.statement().root()));
        parts.keySet().removeAll(sound.keySet());
        if (parts.isEmpty()) {
            return;
        }
        EncryptedTally tally = box.record().tally();
        List<DecryptionKey> keys = open.ready().trustees().members();
        parts.forEach((number, part) -> {
            Element key = keys.get(number - 1).key();
            if (part.flaw(open.ready().election(), tally, key).isEmpty()) {
                sound.put(number, part);
            }
        });
    }

    /// Ballots that were in time and are not in the box that was sealed.
    static Late late(Open open, ClosedBox box) {
        Set<Hash> timely = open.box().timely();
        Set<Element> voted = box.set().counted().keySet();
        List<Aside> late =
                box.aside().stream()
                        .filter(aside -> aside.why() == Why.LATE)
                        .filter(aside -> timely.contains(aside.envelope().id()))
                        .toList();
        long voters =
                late.stream()
                        .map(aside -> aside.envelope().ballot().credential())
                        .distinct()
                        .count();
        boolean revotes =
                late.stream()
                        .anyMatch(aside -> voted.contains(aside.envelope().ballot().credential()));
        return new Late(voters, revotes);
    }
}
