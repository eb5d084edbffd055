// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.ballot.proof.SameExponent;
import org.rankfile.ballot.trustee.KeyRound.Complaint;
import org.rankfile.ballot.trustee.KeyRound.Given;
import org.rankfile.crypto.Hash;
import org.rankfile.testkit.Gen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Trustee 1 complains about trustee 4.
class KeyRoundTest {
    private static final int BY = 1;
    private static final int AGAINST = 4;

    private final Committee committee = new Committee(4, 3, 15);

    @BeforeEach
    void contribute() throws SetupFailed {
        committee.contribute();
    }

    private Optional<Integer> culprit(Optional<OpenedLetter> opened) {
        KeyRound round = new KeyRound(Committee.GROUP, 3, committee.certificates);
        return round.culprit(
                new Complaint(BY, AGAINST, opened),
                new Given(
                        Optional.of(committee.promises.get(AGAINST - 1)),
                        Optional.of(committee.contributions.get(AGAINST - 1))));
    }

    /// Trustee 4 writes something else to trustee 1.
    private void writes(String letter) {
        Contribution honest = committee.contributions.get(AGAINST - 1);
        List<String> shares = new ArrayList<>(honest.shares());
        shares.set(BY - 1, letter);
        committee.contributions.set(
                AGAINST - 1,
                new Contribution(
                        honest.polynomial(), shares, honest.commitments(), honest.agreement()));
    }

    private String letter(String message) {
        return Letter.write(
                committee.keys.get(AGAINST - 1),
                committee.keys.get(BY - 1).encryption(),
                message,
                committee.random);
    }

    /// What trustee 1 finds by itself.
    private SetupFailed found() {
        try {
            committee.share();
        } catch (SetupFailed failed) {
            return failed;
        }
        throw new AssertionError("found nothing");
    }

    /// Opens a letter with a key, and proves it for that.
    private OpenedLetter opened(Scalar key) throws Malformed {
        String text = committee.contributions.get(AGAINST - 1).shares().get(BY - 1);
        Element alpha = Letter.parse(Committee.GROUP, text).alpha();
        Hash hash = OpenedLetter.hash(text);
        Proof proof =
                SameExponent.prove(
                        Committee.GROUP, OpenedLetter.prefix(hash), alpha, key, committee.random);
        return new OpenedLetter(hash, Committee.GROUP.power(alpha, key), proof);
    }

    private Scalar reader() {
        return committee.keys.get(BY - 1).decrypting();
    }

    @Test
    @DisplayName("BAL-16: a false share is proved to everybody by opening its letter")
    void whoGaveAFalseShareIsNamed() {
        for (String message : List.of("{\"secret\":\"7\"}", "{}", "no JSON")) {
            writes(letter(message));
            SetupFailed failed = found();

            assertThat(failed.culprit()).isEqualTo(AGAINST);
            assertThat(culprit(failed.opened())).contains(AGAINST);
        }
    }

    @Test
    @DisplayName(
            "BAL-16: a letter that was written to somebody else, or not signed, is a false one")
    void aLetterForAnotherIsAFalseOne() {
        writes(committee.contributions.get(AGAINST - 1).shares().get(1));
        assertThat(culprit(found().opened())).contains(AGAINST);

        String share = committee.contributions.get(2).shares().get(BY - 1);
        writes(share);
        assertThat(culprit(found().opened())).contains(AGAINST);
    }

    @Test
    @DisplayName("BAL-16: what is no letter at all needs no opening")
    void formlessLettersAreSeenByAll() {
        writes("{}");

        assertThat(found().opened()).isEmpty();
        assertThat(culprit(Optional.empty())).contains(AGAINST);
    }

    @Test
    @DisplayName("BAL-16: who complains about a share that holds is named by what they opened")
    void whoComplainsFalselyIsNamed() throws Exception {
        assertThat(culprit(Optional.of(opened(reader())))).contains(BY);
    }

    @Test
    @DisplayName("BAL-16: who opens a letter with another key, or without proof, is named")
    void whoOpensFalselyIsNamed() throws Exception {
        writes(letter("{\"secret\":\"7\"}"));
        OpenedLetter honest = opened(reader());
        OpenedLetter other = opened(Committee.GROUP.random(committee.random));
        Element outside = new Element(Committee.GROUP.modulus().subtract(honest.power().value()));

        assertThat(culprit(Optional.of(other))).contains(BY);
        assertThat(
                        culprit(
                                Optional.of(
                                        new OpenedLetter(
                                                honest.letter(), other.power(), honest.proof()))))
                .contains(BY);
        assertThat(culprit(Optional.of(new OpenedLetter(honest.letter(), outside, honest.proof()))))
                .contains(BY);
    }

    @Test
    @DisplayName("BAL-16: a complaint that shows nothing, or another letter, names nobody")
    void nothingShownNamesNobody() throws Exception {
        assertThat(culprit(Optional.empty())).isEmpty();
        OpenedLetter before = opened(reader());
        writes(letter("{\"secret\":\"7\"}"));
        assertThat(culprit(Optional.of(before))).isEmpty();
    }

    @Test
    @DisplayName("BAL-16: what everybody can see needs nothing shown")
    void visibleFaultsNeedNoEvidence() {
        committee.promises.set(AGAINST - 1, Hash.sha256Plain(new byte[0]));
        assertThat(culprit(Optional.empty())).contains(AGAINST);

        committee.certificates.set(AGAINST - 1, committee.certificates.get(1));
        assertThat(culprit(Optional.empty())).contains(AGAINST);
    }

    @Test
    @DisplayName("BAL-16: opening one letter opens no other letter to the same trustee")
    void oneLetterOpensAlone() throws Exception {
        Element power = opened(reader()).power();
        String other = committee.contributions.get(1).shares().get(BY - 1);
        Letter letter = Letter.parse(Committee.GROUP, other);

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() ->
                        letter.open(
                                committee.keys.get(BY - 1).encryption(),
                                committee.keys.get(1).verification(),
                                power));
    }

    @Test
    void whatWasOpenedIsReadInOneFormOnly() throws Exception {
        byte[] bytes = CanonicalJson.bytes(opened(reader()).json());
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Gen.mutate(committee.random, bytes);
            try {
                OpenedLetter read = OpenedLetter.read(CanonicalJson.read(damaged));
                assertThat(CanonicalJson.bytes(read.json()))
                        .hasSizeLessThanOrEqualTo(bytes.length + 100);
            } catch (Malformed refused) {
                assertThat(refused.getMessage()).isNotNull();
            }
        }
        assertThat(CanonicalJson.bytes(OpenedLetter.read(CanonicalJson.read(bytes)).json()))
                .isEqualTo(bytes);
    }
}
