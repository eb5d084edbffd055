// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.trustee.Trustee.Pedersen;
import org.rankfile.ballot.trustee.Trustee.Single;
import org.rankfile.crypto.Hash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ThresholdTest {
    private final Committee committee = new Committee(4, 3, 5);

    private static void blames(int culprit, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        SetupFailed.class, e -> assertThat(e.culprit()).isEqualTo(culprit));
    }

    @Test
    @DisplayName("BAL-5: what honest trustees make holds and is read back")
    void whatHonestTrusteesMakeHoldsAndIsReadBack() throws Exception {
        Trustees trustees = new Trustees(List.of(committee.make()));
        assertThat(trustees.flaw(Committee.GROUP)).isEmpty();
        assertThat(trustees.members()).hasSize(4);
        Trustees read = Trustees.read(trustees.bytes());
        assertThat(read).isEqualTo(trustees);
        assertThat(read.flaw(Committee.GROUP)).isEmpty();
        assertThat(read.key(Committee.GROUP)).isEqualTo(trustees.key(Committee.GROUP));
    }

    @Test
    void everyTrusteeReadsTheirShareAgain() throws Exception {
        committee.make();
        TrusteeKeys keys = TrusteeKeys.of(Committee.GROUP, committee.keys.get(2).exposeSeed());
        String opened =
                Letter.read(
                        keys, keys.verification(), committee.share(3).letter(), committee.random);
        String secret = committee.share(3).secret().value().toString();
        assertThat(opened).isEqualTo("{\"decryption_key\":\"" + secret + "\"}");
    }

    @Test
    @DisplayName("BAL-7: a letter is read by nobody else, and not when it is damaged")
    void aLetterIsReadByNobodyElseAndNotWhenItIsDamaged() {
        TrusteeKeys from = committee.keys.get(0);
        TrusteeKeys to = committee.keys.get(1);
        TrusteeKeys other = committee.keys.get(2);
        String letter = Letter.write(from, to.encryption(), "secret", committee.random);
        List<ThrowingCallable> attempts =
                List.of(
                        () -> read(other, from.verification(), letter),
                        () -> read(to, other.verification(), letter),
                        () -> read(to, from.verification(), letter.replaceFirst("AES", "DES")),
                        () -> read(to, from.verification(), changed(letter)),
                        () -> read(to, from.verification(), "{}"));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(Malformed.class));
    }

    /// Somebody who received a letter cannot pass it on as if it had been for another.
    @Test
    void aLetterNamesItsRecipient() {
        TrusteeKeys from = committee.keys.get(0);
        TrusteeKeys to = committee.keys.get(1);
        String forOther =
                Letter.write(from, committee.keys.get(2).encryption(), "x", committee.random);
        assertThatThrownBy(() -> read(to, from.verification(), forOther))
                .isInstanceOf(Malformed.class);
    }

    private void read(TrusteeKeys to, Element by, String letter) throws Malformed {
        Letter.read(to, by, letter, committee.random);
    }

    private static String changed(String letter) {
        int last = letter.length() - 3;
        char other = letter.charAt(last) == '0' ? '1' : '0';
        return letter.substring(0, last) + other + letter.substring(last + 1);
    }

    @Test
    void aCertificateOfAnotherPlaceIsBlamed() {
        committee.certificates.set(1, committee.certificates.get(2));
        blames(2, () -> committee.participants.getFirst().contribute(committee.certificates));
    }

    @Test
    @DisplayName("BAL-6: who shows something else than promised is blamed")
    void whoShowsSomethingElseThanPromisedIsBlamed() throws Exception {
        committee.contribute();
        committee.promises.set(2, Hash.sha256Plain(new byte[0]));
        blames(3, committee::share);
    }

    /// The fourth trustee gives the first a share of another polynomial.
    @Test
    void aShareThatIsNotWhatWasCommittedToIsBlamed() throws Exception {
        committee.contribute();
        Contribution honest = committee.contributions.get(3);
        Contribution other = committee.participants.get(3).contribute(committee.certificates);
        List<String> shares = new ArrayList<>(honest.shares());
        shares.set(0, other.shares().getFirst());
        committee.contributions.set(
                3,
                new Contribution(
                        honest.polynomial(), shares, honest.commitments(), honest.agreement()));
        blames(4, committee::share);
    }

    @Test
    void commitmentsOfTheWrongNumberOrWithoutAgreementAreBlamed() throws Exception {
        committee.contribute();
        Contribution honest = committee.contributions.get(1);
        Contribution of2 =
                new Committee(4, 2, 6)
                        .participants
                        .get(1)
                        .contribute(new Committee(4, 2, 6).certificates);
        committee.contributions.set(1, of2);
        committee.promises.set(1, of2.promise(committee.certificates.get(1)));
        blames(2, committee::share);
        committee.contributions.set(
                1,
                new Contribution(
                        honest.polynomial(),
                        honest.shares(),
                        honest.commitments(),
                        committee.contributions.getFirst().agreement()));
        committee.promises.set(1, honest.promise(committee.certificates.get(1)));
        blames(2, committee::share);
    }

    @Test
    void aPartThatWasChangedAfterwardsIsFound() throws Exception {
        Pedersen made = committee.make();
        assertThat(flaw(made, 2, made.commitments(), made.members()))
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("certs[0]"));
        assertThat(flaw(made, 3, made.commitments().reversed(), made.members()))
                .contains("coefexps[0]: does not hold");
        assertThat(flaw(made, 3, made.commitments(), made.members().reversed()))
                .contains("verification_keys[0]: does not hold");
        assertThat(flaw(made, 3, made.commitments(), made.members().subList(0, 3))).isPresent();
    }

    private static Optional<String> flaw(
            Pedersen made,
            int threshold,
            List<Commitments> commitments,
            List<DecryptionKey> members) {
        return new Pedersen(threshold, made.certificates(), commitments, made.agreements(), members)
                .flaw(Committee.GROUP);
    }

    @Test
    void aSingleTrusteeWhoDoesNotKnowTheirKeyIsRefused() {
        Scalar secret = Committee.GROUP.random(committee.random);
        DecryptionKey own = DecryptionKey.of(Committee.GROUP, secret, committee.random);
        Element inverse =
                Committee.GROUP.over(
                        Committee.GROUP.one(), committee.certificates.get(0).verification());
        Element rogue = Committee.GROUP.times(own.key(), inverse);
        DecryptionKey forged =
                new DecryptionKey(rogue, own.known(), Optional.empty(), Optional.empty());
        assertThat(new Single(own).flaw(Committee.GROUP)).isEmpty();
        assertThat(new Single(forged).flaw(Committee.GROUP)).isPresent();
        Element small = new Element(Committee.GROUP.modulus().subtract(BigInteger.ONE));
        DecryptionKey outside =
                new DecryptionKey(small, own.known(), Optional.empty(), Optional.empty());
        assertThat(new Single(outside).flaw(Committee.GROUP)).isPresent();
    }
}
