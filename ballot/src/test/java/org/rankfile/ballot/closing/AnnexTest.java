// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.annex.Annex;
import org.rankfile.ballot.annex.AnnexCheck;
import org.rankfile.ballot.annex.AnnexVerdict;
import org.rankfile.ballot.annex.ConvenorSign;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What an archive and its annex show together, and that nothing can be left out of the annex that
/// it rests on.
class AnnexTest {
    private Polling polling;
    private byte[] archive;
    private Annex annex;

    @BeforeEach
    void hold() throws Exception {
        polling = new Polling(9, 7);
        List<CastEnvelope> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(polling.cast(polling.voters.get(i), 1, Place.FIRST));
        }
        all.add(polling.cast(polling.voters.get(0), 2, all.get(0).next()));
        all.add(polling.cast(polling.voters.get(1), 0, Place.FIRST));
        // In time, but they reach no teller before the box is closed: a first vote and a revote.
        CastEnvelope first = polling.cast(polling.voters.get(6), 2, Place.FIRST);
        CastEnvelope revote = polling.cast(polling.voters.get(2), 2, all.get(2).next());
        all.forEach(envelope -> polling.witness(envelope, Polling.OPENS));
        polling.witness(first, Polling.CLOSES);
        polling.witness(revote, Polling.CLOSES);
        CastEnvelope late = polling.cast(polling.voters.get(3), 2, all.get(3).next());
        polling.witness(late, Polling.CLOSES + 1);
        polling.end();
        ClosedBox box = ClosedBox.of(polling.frame, all, polling.postmarks.timely());
        archive = polling.archive(box);
        annex = withAside(polling.annex(box), List.of(first, revote, late));
    }

    private static Annex withAside(Annex annex, List<CastEnvelope> aside) {
        return new Annex(
                annex.notice(),
                annex.convenor(),
                annex.agreed(),
                annex.rules(),
                annex.roll(),
                annex.heads(),
                annex.also(),
                aside,
                annex.receipts(),
                annex.ends(),
                annex.countersigned(),
                annex.seals());
    }

    private AnnexVerdict check(Annex of) throws Exception {
        return AnnexCheck.of(() -> new ByteArrayInputStream(archive), of.bytes()).verdict();
    }

    @Test
    @DisplayName("ANNEX-1: archive and annex show that the announced people and all ballots count")
    void anArchiveAndItsAnnexHoldTogether() throws Exception {
        AnnexVerdict verdict = check(annex);
        assertThat(verdict)
                .isEqualTo(
                        new AnnexVerdict(
                                Optional.empty(),
                                Optional.empty(),
                                ConvenorSign.SIGNED,
                                7,
                                7,
                                2,
                                true));
        assertThat(annex.also()).hasSize(1);
        assertThat(
                        AnnexCheck.of(() -> new ByteArrayInputStream(archive), annex.bytes())
                                .annex()
                                .bytes())
                .isEqualTo(annex.bytes());
    }

    @Test
    @DisplayName("ANNEX-4: whether the convenor stands by the notice is said apart from the rest")
    void theConvenorsWordIsSaidApart() throws Exception {
        SigningKey other = SigningKey.generate(new SeededRandom(2));
        assertThat(check(called(Optional.empty())).convenor()).isEqualTo(ConvenorSign.UNSIGNED);
        for (Signature wrong :
                List.of(
                        polling.notice.call(other),
                        // Agreed to as a teller does, which is another label.
                        polling.notice.sign(polling.convenor))) {
            AnnexVerdict verdict = check(called(Optional.of(wrong)));
            assertThat(verdict.convenor()).isEqualTo(ConvenorSign.WRONG);
            assertThat(verdict.eligibility().or(verdict::closing)).isEmpty();
        }
        Annex unsigned = called(Optional.empty());
        assertThat(
                        AnnexCheck.of(() -> new ByteArrayInputStream(archive), unsigned.bytes())
                                .annex()
                                .bytes())
                .isEqualTo(unsigned.bytes());
    }

    private Annex called(Optional<Signature> convenor) {
        return new Annex(
                annex.notice(),
                convenor,
                annex.agreed(),
                annex.rules(),
                annex.roll(),
                annex.heads(),
                annex.also(),
                annex.aside(),
                annex.receipts(),
                annex.ends(),
                annex.countersigned(),
                annex.seals());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("ANNEX-2: without what a verdict rests on it fails, and names the place")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a teller who did not agree | agreed[2]: not signed by the teller |
                    other rules | rules: others than were announced |
                    a roll signed by one registrar | roll: not signed by enough registrars | -
                    no receipts | - | envelopes: one is LATE
                    no heads | - | envelopes: one is LATE
                    heads that one teller saw | - | envelopes: one is LATE
                    an equivocation less | - | seals: not those of enough tellers, for this set
                    two seals | - | seals: not those of enough tellers, for this set
                    a seal three times | - | seals: not those of enough tellers, for this set
                    an envelope less | - | envelopes: not one for each ballot
                    another order | - | envelopes: one is INVALID proof: not signed with the credential
                    """)
    void whatIsChangedIsNoticed(String name, String eligibility, String closing) throws Exception {
        AnnexVerdict verdict = check(changed(name));
        String both = closing == null ? eligibility : closing;
        assertThat(verdict.eligibility().orElse("-").strip()).isEqualTo(eligibility);
        assertThat(verdict.closing().orElse("-").strip()).isEqualTo(both);
    }

    private Annex changed(String name) {
        var agreed = new ArrayList<>(annex.agreed());
        var heads = new ArrayList<>(annex.heads());
        var also = new ArrayList<>(annex.also());
        var receipts = new ArrayList<>(annex.receipts());
        var ends = new ArrayList<>(annex.ends());
        var countersigned = new ArrayList<>(annex.countersigned());
        var seals = new ArrayList<>(annex.seals());
        var rules = annex.rules();
        var roll = annex.roll();
        switch (name) {
            case "a teller who did not agree" ->
                    agreed.set(2, polling.notice.sign(polling.tellers.get(1)));
            case "other rules" -> rules += " ";
            case "a roll signed by one registrar" ->
                    roll = roll.signed(1, SigningKey.generate(new SeededRandom(1)));
            case "no receipts" -> receipts.clear();
            case "no heads" -> ends.clear();
            case "heads that one teller saw" -> countersigned.removeIf(each -> each.signer() == 3);
            case "an equivocation less" -> also.clear();
            case "two seals" -> seals.subList(2, seals.size()).clear();
            case "a seal three times" -> {
                var one = seals.getFirst();
                seals.clear();
                seals.addAll(Collections.nCopies(3, one));
            }
            case "an envelope less" -> heads.removeLast();
            case "another order" -> Collections.swap(heads, 1, 2);
            default -> throw new AssertionError(name);
        }
        return new Annex(
                annex.notice(),
                annex.convenor(),
                agreed,
                rules,
                roll,
                heads,
                also,
                annex.aside(),
                receipts,
                ends,
                countersigned,
                seals);
    }

    @Test
    @DisplayName("ANNEX-3: a broken annex is read or refused, and shows no late ballots")
    void aBrokenAnnexIsReadOrRefused() throws Exception {
        byte[] bytes = withAside(annex, List.of()).bytes();
        SeededRandom random = new SeededRandom(4);
        int read = 0;
        for (int i = 0; i < 300; i++) {
            byte[] broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(127));
            try {
                AnnexVerdict verdict =
                        AnnexCheck.of(() -> new ByteArrayInputStream(archive), broken).verdict();
                read++;
                assertThat(verdict.late()).isZero();
            } catch (Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
        assertThat(read).isPositive();
    }

    /// A sample of both for other programs, and for the command line's tests; written with
    /// `-Drankfile.vectors=write`.
    @Test
    void theSampleIsWhatThisSeedMakes() throws Exception {
        Path folder =
                Path.of(
                        System.getProperty("rankfile.root"),
                        "ballot/src/test/resources/org/rankfile/ballot");
        Path bel = folder.resolve("rehearsal.bel");
        Path json = folder.resolve("rehearsal-annex.json");
        if ("write".equals(System.getProperty("rankfile.vectors"))) {
            Files.write(bel, archive);
            Files.write(json, annex.bytes());
        }
        assertThat(bel).hasBinaryContent(archive);
        assertThat(json).hasBinaryContent(annex.bytes());
    }
}
