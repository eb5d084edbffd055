// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.BallotMaker;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Envelopes on a stick.
class EnvelopeFileTest {
    private static final Group GROUP = Groups.BELENIOS_2048;
    private static final int HEAD = 13;

    private final SeededRandom random = new SeededRandom(17);
    private final List<CastEnvelope> envelopes = cast(6);
    private final List<CastEnvelope> sorted =
            envelopes.stream().sorted(Comparator.comparing(CastEnvelope::id)).toList();

    private List<CastEnvelope> cast(int count) {
        Terms terms =
                new Terms(
                        "n",
                        "d",
                        List.of(new Question("Strike?", List.of("Yes"), false, 0, 1)),
                        "rankfi1eE1ection99",
                        Optional.empty(),
                        Optional.empty());
        Election election = Election.of(terms, GROUP, GROUP.power(GROUP.random(random)));
        BallotMaker maker = new BallotMaker(election, random);
        List<CastEnvelope> cast = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Credential voter = Credential.draw(GROUP, election.uuid(), random);
            cast.add(
                    CastEnvelope.seal(
                            election,
                            maker.make(voter, List.of(List.of(i % 2))),
                            voter,
                            Place.FIRST,
                            random));
        }
        return cast;
    }

    private static byte[] file(Collection<CastEnvelope> envelopes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EnvelopeFile.write(out, envelopes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /// Envelopes as somebody else might write them.
    private static byte[] foreign(int count, List<byte[]> envelopes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(file(List.of()), HEAD - Integer.BYTES));
        out.writeBytes(big(count));
        for (byte[] envelope : envelopes) {
            out.writeBytes(big(envelope.length));
            out.writeBytes(envelope);
        }
        return out.toByteArray();
    }

    private static byte[] big(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static List<byte[]> bytes(List<CastEnvelope> envelopes) {
        return envelopes.stream().map(CastEnvelope::bytes).toList();
    }

    private static List<CastEnvelope> read(byte[] file) throws Malformed {
        try {
            return EnvelopeFile.read(new ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void refuses(byte[] file, String reason) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(file)).withMessage(reason);
    }

    @Test
    @DisplayName("CAST-6: the same envelopes give the same file, whoever cast first")
    void theSameEnvelopesGiveTheSameFile() throws Exception {
        byte[] file = file(envelopes);
        assertThat(file(envelopes.reversed())).isEqualTo(file);
        List<CastEnvelope> twice = new ArrayList<>(envelopes);
        twice.addAll(envelopes);
        assertThat(file(twice)).isEqualTo(file);
        assertThat(bytes(read(file))).containsExactlyElementsOf(bytes(sorted));
        assertThat(file).isEqualTo(foreign(6, bytes(sorted)));
        assertThat(read(file(List.of()))).isEmpty();
    }

    @Test
    void aFileInAnotherFormIsRefusedWithThePlace() {
        List<byte[]> ordered = bytes(sorted);
        refuses(new byte[0], "cut off");
        refuses(new byte[100], "not a file of envelopes of version 1");
        refuses(foreign(6, bytes(sorted.reversed())), "envelopes[1]: not in the order of ids");
        refuses(
                foreign(2, List.of(ordered.get(0), ordered.get(0))),
                "envelopes[1]: not in the order of ids");
        refuses(foreign(7, ordered), "envelopes[6]: cut off");
        refuses(foreign(5, ordered), "something after the last envelope");
        refuses(foreign(-1, ordered), "count: more than 100000");
        refuses(foreign(100_001, ordered), "count: more than 100000");
        refuses(foreign(1, List.of(new byte[300 << 10])), "envelopes[0]: more than " + (255 << 10));
        refuses(foreign(1, List.of(new byte[200])), "envelopes[0]: not an envelope of version 1");
        byte[] file = file(envelopes);
        for (int length = 0; length < file.length; length += 101) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aBrokenFileIsReadOrRefused() {
        byte[] file = file(envelopes.subList(0, 2));
        SeededRandom fuzz = new SeededRandom(3);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] broken = file.clone();
            int at = i % 3 == 0 ? fuzz.nextInt(HEAD + 20) : fuzz.nextInt(broken.length);
            broken[at] ^= (byte) (1 + fuzz.nextInt(255));
            try {
                assertThat(file(read(broken))).isEqualTo(broken);
            } catch (Malformed expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_500, 2_999);
    }
}
