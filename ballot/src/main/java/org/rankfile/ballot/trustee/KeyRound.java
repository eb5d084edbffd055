// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.crypto.Hash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What everybody can check while several make a key, and who is to blame where somebody complains
/// (`ballot.md`, BAL-16). Immutable; any thread; some tens of milliseconds a question.
public final class KeyRound {
    private final Group group;
    private final int threshold;
    private final List<Certificate> certificates;

    /// @param certificates everybody's, in order
    public KeyRound(Group group, int threshold, List<Certificate> certificates) {
        this.group = group;
        this.threshold = threshold;
        this.certificates = List.copyOf(certificates);
    }

    /// What one trustee gave.
    ///
    /// @param promise empty where it has not come
    /// @param contribution likewise
    public record Given(Optional<Hash> promise, Optional<Contribution> contribution) {}

    /// Who says that another is at fault.
    ///
    /// @param by their number, from 1
    /// @param against the other's
    /// @param opened the letter in which the share is wrong; empty where all can see what is wrong
    public record Complaint(int by, int against, Optional<OpenedLetter> opened) {}

    /// What is wrong with a certificate; empty if it holds.
    ///
    /// @param number from 1
    Optional<String> certificateFlaw(int number) {
        Certificate certificate = certificates.get(number - 1);
        Place place = new Place(group.name(), certificates.size(), threshold, number);
        boolean holds = certificate.place().isPresent() && certificate.holds(group, place);
        return holds ? Optional.empty() : Optional.of("the certificate does not hold");
    }

    /// What all can see to be wrong with a contribution; empty if there is nothing.
    Optional<String> contributionFlaw(int number, Hash promise, Contribution contribution) {
        Certificate by = certificates.get(number - 1);
        if (!contribution.promise(by).equals(promise)) {
            return Optional.of("showed another contribution than promised");
        }
        Commitments commitments = contribution.commitments();
        String message = PedersenCheck.agreement(certificates, commitments.elements());
        boolean holds =
                contribution.shares().size() == certificates.size()
                        && PedersenCheck.hold(commitments, by, threshold, group)
                        && new Signed(message, contribution.agreement())
                                .isBy(group, by.verification());
        return holds ? Optional.empty() : Optional.of("the contribution does not hold");
    }

    /// The share in a letter that was opened.
    ///
    /// @throws Malformed if it is none, or not what was committed to
    Scalar share(String message, int reader, Contribution contribution) throws Malformed {
        Scalar share =
                CanonicalJson.read(message.getBytes(StandardCharsets.UTF_8))
                        .field("secret")
                        .scalar();
        boolean committed =
                group.contains(share)
                        && group.power(share).equals(contribution.commitments().at(group, reader));
        if (!committed) {
            throw new Malformed("secret", "not what was committed to");
        }
        return share;
    }

    /// Whom a complaint proves to be at fault: the accused, where everybody can see what is wrong
    /// or the opened letter shows it; else who complains, where the letter shows nothing wrong or
    /// was not opened with their key. Whoever complains without showing anything says nothing.
    ///
    /// @param given what the accused gave
    /// @return the number of the one at fault; empty if nothing is proved
    public Optional<Integer> culprit(Complaint complaint, Given given) {
        int accused = complaint.against();
        if (isVisible(accused, given)) {
            return Optional.of(accused);
        }
        if (given.contribution().isEmpty()
                || given.promise().isEmpty()
                || complaint.by() > certificates.size()
                || certificateFlaw(complaint.by()).isPresent()) {
            return Optional.empty();
        }
        Contribution contribution = given.contribution().get();
        String text = contribution.shares().get(complaint.by() - 1);
        Letter letter;
        try {
            letter = Letter.parse(group, text);
        } catch (Malformed formless) {
            return Optional.of(accused);
        }
        Element reader = certificates.get(complaint.by() - 1).encryption();
        return complaint
                .opened()
                .filter(opened -> opened.letter().equals(OpenedLetter.hash(text)))
                .map(opened ->
                        opened.holds(group, reader, letter.alpha())
                                        && isFalse(letter, opened, complaint, contribution)
                                ? accused
                                : complaint.by());
    }

    private boolean isVisible(int accused, Given given) {
        if (certificateFlaw(accused).isPresent()) {
            return true;
        }
        return given.promise().isPresent()
                && given.contribution().isPresent()
                && contributionFlaw(accused, given.promise().get(), given.contribution().get())
                        .isPresent();
    }

    private boolean isFalse(
            Letter letter, OpenedLetter opened, Complaint complaint, Contribution contribution) {
        Element from = certificates.get(complaint.against() - 1).verification();
        Element to = certificates.get(complaint.by() - 1).encryption();
        try {
            share(letter.open(to, from, opened.power()), complaint.by(), contribution);
            return false;
        } catch (Malformed broken) {
            return true;
        }
    }
}
