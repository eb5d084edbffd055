// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent.End;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The file of an election, as such: what is in its records is for others.
class ArchiveTest {
    @ParameterizedTest
    @DisplayName("BAL-9: an archive by belenios-tool is written again to the byte")
    @ValueSource(strings = {"mandatory.bel", "threshold.bel"})
    void anArchiveOfBeleniosIsWrittenAgainToTheByte(String name) throws Exception {
        byte[] archive = TestArchives.read(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(archive));
        ArchiveWriter writer = new ArchiveWriter(out, reader.timestamp());
        for (Optional<ArchiveEvent> event = reader.next();
                event.isPresent();
                event = reader.next()) {
            writer.add(event.get());
        }
        assertThat(out.toByteArray()).isEqualTo(archive);
        assertThat(writer.headHash()).isEqualTo(reader.headHash());
        assertThat(Forgery.of(archive).bytes()).isEqualTo(archive);
    }

    @Test
    @DisplayName("BAL-10: no changed byte, and no byte more, is read as an archive")
    void everyChangedByteIsNoticed() throws Exception {
        byte[] archive = TestArchives.read("mandatory.bel");
        assertThat(read(archive)).isEqualTo(10);
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 4_000; i++) {
            byte[] changed = archive.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(changed));
        }
        for (int more : new int[] {1, TarHeader.BLOCK, 2 * TarHeader.BLOCK}) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> read(Arrays.copyOf(archive, archive.length + more)));
        }
    }

    @Test
    void aFileThatEndsWithinARecordSaysSo() throws Exception {
        byte[] archive = TestArchives.read("mandatory.bel");
        SeededRandom random = new SeededRandom(2);
        for (int i = 0; i < 300; i++) {
            int length = random.nextInt(archive.length / TarHeader.BLOCK) * TarHeader.BLOCK;
            byte[] cut = Arrays.copyOf(archive, length + 1 + random.nextInt(511));
            assertThatThrownBy(() -> read(cut)).hasMessageContaining("the file ends within it");
        }
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("not an archive");
    }

    @Test
    void noRecordIsTakenThatNoEventNames() throws Exception {
        Forgery forgery = Forgery.of(TestArchives.read("mandatory.bel"));
        int ballot = forgery.index(EventType.BALLOT);
        byte[] stranger = new byte[] {'1'};
        forgery.links()
                .set(
                        ballot,
                        new Forgery.Link(
                                EventType.BALLOT,
                                List.of(stranger, forgery.links().get(ballot).records().get(0))));
        assertThatThrownBy(() -> read(forgery.bytes()))
                .hasMessage("events[1]: not as many records of data as belong to it");
    }

    @Test
    void nothingIsWrittenOutOfItsOrder() throws Exception {
        ArchiveWriter writer = new ArchiveWriter(OutputStream.nullOutputStream(), 1);
        assertThatThrownBy(() -> writer.add(new End()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EndBallots cannot come at first");
    }

    private static int read(byte[] archive) throws IOException, Malformed {
        ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(archive));
        int events = 0;
        while (reader.next().isPresent()) {
            events++;
        }
        return events;
    }
}
