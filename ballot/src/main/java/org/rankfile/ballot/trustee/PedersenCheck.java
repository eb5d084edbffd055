// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.ballot.trustee.Trustee.Pedersen;

import java.util.List;
import java.util.Optional;

/// Everything that can be checked of a key that several made, by who was not there (specification
/// of Belenios 1, "Threshold decryption support"), and that all of it is of the group, which
/// versions of belenios-tool before 3.3.0 do not look at.
final class PedersenCheck {
    private final Group group;
    private final Pedersen pedersen;
    private final int size;

    PedersenCheck(Group group, Pedersen pedersen) {
        this.group = group;
        this.pedersen = pedersen;
        size = pedersen.certificates().size();
    }

    Optional<String> flaw() {
        if (pedersen.threshold() > size
                || pedersen.commitments().size() != size
                || pedersen.members().size() != size
                || !(pedersen.agreements().isEmpty() || pedersen.agreements().size() == size)) {
            return Optional.of("not as many of everything as there are trustees");
        }
        for (int i = 0; i < size; i++) {
            Optional<String> flaw = flaw(i);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private Optional<String> flaw(int i) {
        Certificate certificate = pedersen.certificates().get(i);
        Place place = new Place(group.name(), size, pedersen.threshold(), i + 1);
        if (!certificate.holds(group, place)) {
            return Optional.of("certs[" + i + "]: does not hold");
        }
        Commitments commitments = pedersen.commitments().get(i);
        if (!hold(commitments, certificate, pedersen.threshold(), group)) {
            return Optional.of("coefexps[" + i + "]: does not hold");
        }
        if (!pedersen.agreements().isEmpty()) {
            String message = agreement(pedersen.certificates(), commitments.elements());
            Signed agreement = new Signed(message, pedersen.agreements().get(i));
            if (!agreement.isBy(group, certificate.verification())) {
                return Optional.of("signatures[" + i + "]: does not hold");
            }
        }
        return memberFlaw(i, certificate)
                ? Optional.of("verification_keys[" + i + "]: does not hold")
                : Optional.empty();
    }

    static boolean hold(Commitments commitments, Certificate by, int threshold, Group group) {
        return commitments.elements().size() == threshold
                && commitments.elements().stream().allMatch(group::contains)
                && commitments.signed().isBy(group, by.verification());
    }

    private boolean memberFlaw(int i, Certificate certificate) {
        DecryptionKey member = pedersen.members().get(i);
        boolean signed =
                member.signature()
                        .map(proof -> new Signed(member.key().toString(), proof))
                        .map(message -> message.isBy(group, certificate.verification()))
                        .orElse(true);
        return !signed
                || !member.holds(group)
                || !member.key().equals(expected(group, pedersen.commitments(), i + 1));
    }

    /// What the trustee of this index, from 1, decrypts with, as everybody's commitments say.
    static Element expected(Group group, List<Commitments> commitments, int index) {
        return commitments.stream()
                .map(each -> each.at(group, index))
                .reduce(group.one(), group::times);
    }

    /// What trustees sign when they have seen everybody's certificates.
    static String agreement(List<Certificate> certificates, List<Element> elements) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode array = json.putArray("certs");
        certificates.forEach(certificate -> array.add(certificate.signed().json()));
        json.set("coefexps", Commitments.json(elements).get("coefexps"));
        return "certs_sig|" + CanonicalJson.text(json);
    }
}
