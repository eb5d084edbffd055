// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.roll.SignedRoll;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.domain.vote.step.EntryMail;
import org.rankfile.domain.vote.step.Letter;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.ContentOp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The versions of a ballot's roll. Of two registrars with numbers 0 and 1 the first writes the
/// even versions, so that no two ever write the same.
final class Rolls {
    private final String uuid;
    private final List<VerifyKey> registrars;
    private final int entitled;
    private final Firsts<Integer, Step.Enrolled> written = new Firsts<>();
    private final Map<Integer, SortedMap<Integer, Signature>> signatures = new TreeMap<>();
    private final Set<Element> listed = new HashSet<>();
    private final Set<Integer> held = new HashSet<>();

    /// One version.
    ///
    /// @param openings for the other registrars
    record Version(
            SignedRoll roll,
            CredentialList credentials,
            List<Letter> openings,
            List<EntryMail> entries) {}

    Rolls(Ready ready) {
        uuid = ready.uuid();
        registrars = ready.notice().officers().registrars();
        entitled = ready.notice().entitled();
    }

    /// Takes a version.
    ///
    /// @param registrar the number of who wrote it, from 0
    /// @return whether more may vote now
    boolean add(ContentOp op, int registrar, Step.Enrolled roll) {
        int version = roll.statement().version();
        boolean fits =
                version % registrars.size() == registrar
                        && roll.statement().uuid().equals(uuid)
                        && roll.statement().entitled() == entitled
                        && roll.openings().size() == registrars.size()
                        && roll.statement().flaw(roll.credentials()).isEmpty();
        if (!fits || !written.offer(version, op, roll)) {
            return false;
        }
        return sign(registrar, new Step.Cosign(version, roll.signature()));
    }

    /// Takes a registrar's signature.
    ///
    /// @return whether more may vote now
    boolean sign(int registrar, Step.Cosign cosign) {
        signatures
                .computeIfAbsent(cosign.version(), _ -> new TreeMap<>())
                .putIfAbsent(registrar, cosign.signature());
        Optional<Version> version = version(cosign.version());
        if (held.contains(cosign.version())
                || version.isEmpty()
                || !version.get().roll().holds(registrars)) {
            return false;
        }
        held.add(cosign.version());
        forget();
        return listed.addAll(version.get().credentials().weights().keySet());
    }

    /// What only the latest version is looked at for is kept of that alone.
    private void forget() {
        int latest = held.stream().max(Integer::compare).orElseThrow();
        written.replaceAll((version, roll) ->
                version >= latest || (roll.entries().isEmpty() && roll.openings().isEmpty())
                        ? roll
                        : new Step.Enrolled(
                                roll.statement(),
                                roll.credentials(),
                                roll.signature(),
                                List.of(),
                                List.of()));
    }

    /// A version, by whomever it is signed.
    Optional<Version> version(int number) {
        return written.get(number)
                .map(roll ->
                        new Version(
                                new SignedRoll(
                                        roll.statement(),
                                        signatures.getOrDefault(number, new TreeMap<>())),
                                roll.credentials(),
                                roll.openings(),
                                roll.entries()));
    }

    /// The numbers of all versions, ascending.
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(written.all().keySet());
        numbers.sort(null);
        return numbers;
    }

    boolean isSignedBy(int version, int registrar) {
        return signatures.getOrDefault(version, new TreeMap<>()).containsKey(registrar);
    }

    boolean holds(int version) {
        return held.contains(version);
    }

    /// The latest version that enough registrars signed.
    Optional<Version> standing() {
        return held.stream().max(Integer::compare).flatMap(this::version);
    }

    /// Whether a credential may vote, or might once: for good, so that what was taken for it is
    /// never put out again. Which of them count is for the version that is closed.
    boolean everListed(Element credential) {
        return listed.contains(credential);
    }
}
