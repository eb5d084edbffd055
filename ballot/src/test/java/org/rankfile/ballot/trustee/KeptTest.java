// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Broken;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.ballot.trustee.Participant.Share;
import org.rankfile.testkit.SeededRandom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What trustees send and keep during a set-up, written and read between all its steps.
class KeptTest {
    private final Committee committee = new Committee(4, 3, 8);

    private interface Reader {
        byte[] again(byte[] bytes) throws Malformed;
    }

    @BeforeEach
    void make() throws Exception {
        committee.make();
    }

    @Test
    @DisplayName("BAL-15: a set-up goes on from what was written, at every step")
    void aSetUpGoesOnFromWhatWasWritten() throws Exception {
        List<Certificate> certificates = new ArrayList<>();
        for (Certificate each : committee.certificates) {
            certificates.add(Certificate.read(each.bytes()));
        }
        List<Contribution> contributions = new ArrayList<>();
        for (Contribution each : committee.contributions) {
            contributions.add(Contribution.read(each.bytes()));
        }
        List<DecryptionKey> members = new ArrayList<>();
        for (int index = 1; index <= 4; index++) {
            TrusteeKeys keys =
                    TrusteeKeys.of(Committee.GROUP, committee.keys.get(index - 1).exposeSeed());
            Place place = new Place(Committee.GROUP.name(), 4, 3, index);
            Share share =
                    new Participant(keys, place, committee.random)
                            .share(certificates, committee.promises, contributions);
            Share kept = Share.read(Committee.GROUP, share.exposeBytes());
            assertThat(kept).isEqualTo(share);
            assertThat(kept.secret()).isEqualTo(committee.share(index).secret());
            members.add(DecryptionKey.read(kept.key().bytes()));
        }
        assertThat(certificates).isEqualTo(committee.certificates);
        assertThat(contributions).isEqualTo(committee.contributions);
        assertThat(Participant.assemble(certificates, contributions, members).flaw(Committee.GROUP))
                .isEmpty();
    }

    @Test
    void aSecretThatIsNotOfTheKeyIsRefused() {
        Share one = committee.share(1);
        Share mixed = new Share(one.letter(), committee.share(2).secret(), one.key());
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Share.read(Committee.GROUP, mixed.exposeBytes()))
                .withMessage("secret: not of this key");
    }

    @Test
    void aKeptShareDoesNotPrintItsSecret() {
        Share share = committee.share(1);
        assertThat(share.toString()).doesNotContain(share.secret().value().toString());
    }

    @Test
    void whatTrusteesSendIsReadOrRefusedWhateverBecomesOfIt() {
        fuzz(committee.certificates.getFirst().bytes(), b -> Certificate.read(b).bytes());
        fuzz(committee.contributions.getFirst().bytes(), b -> Contribution.read(b).bytes());
        fuzz(committee.share(1).key().bytes(), b -> DecryptionKey.read(b).bytes());
        fuzz(committee.share(1).exposeBytes(), b -> Share.read(Committee.GROUP, b).exposeBytes());
    }

    private static void fuzz(byte[] text, Reader reader) {
        SeededRandom random = new SeededRandom(text.length);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] broken = Broken.text(text, random);
            try {
                assertThat(reader.again(broken)).isEqualTo(broken);
            } catch (Malformed expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(300, 999);
    }

    @Test
    void aTextThatUtf8CannotHoldIsRefused() {
        Contribution whole = committee.contributions.getFirst();
        Contribution named =
                new Contribution("half", whole.shares(), whole.commitments(), whole.agreement());
        String half = new String(named.bytes(), StandardCharsets.UTF_8).replace("half", "\\ud800");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Contribution.read(half.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tooLargeMessagesAreRefused() {
        byte[] large = " ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8);
        List<Reader> readers =
                List.of(
                        b -> Certificate.read(b).bytes(),
                        b -> Contribution.read(b).bytes(),
                        b -> DecryptionKey.read(b).bytes(),
                        b -> Share.read(Committee.GROUP, b).exposeBytes());
        for (Reader reader : readers) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> reader.again(large))
                    .withMessageStartingWith("larger than");
        }
    }
}
