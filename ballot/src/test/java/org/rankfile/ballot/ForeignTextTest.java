// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.archive.ArchiveReader;
import org.rankfile.ballot.archive.Forgery;
import org.rankfile.ballot.archive.SmallElection;
import org.rankfile.ballot.archive.TestArchives;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Texts that went wrong in ways nobody thought of: every reader either reads them or says what is
/// wrong, and does nothing else.
class ForeignTextTest {
    private interface Reader {
        void read(byte[] bytes) throws IOException, Malformed;
    }

    private static final List<Reader> READERS =
            List.of(
                    Election::read,
                    Trustees::read,
                    CredentialList::read,
                    Ballot::read,
                    Ballot::credential,
                    EncryptedTally::read,
                    PartialDecryption::read,
                    Result::read,
                    CanonicalJson::readCanonical,
                    bytes -> {
                        ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(bytes));
                        while (reader.next().isPresent()) {
                            assertThat(reader.headHash()).isPresent();
                        }
                    });

    @ParameterizedTest
    @DisplayName("BAL-2: what is not in the format is refused, whatever it is")
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenTextsAreReadOrRefused(long seed) throws Exception {
        SeededRandom random = new SeededRandom(seed);
        List<byte[]> texts = new ArrayList<>();
        byte[] archive =
                seed % 2 == 0
                        ? new SmallElection(seed).archive()
                        : TestArchives.read("threshold.bel");
        Forgery.of(archive).links().forEach(link -> texts.addAll(link.records()));
        texts.add(archive);
        int refused = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] text = Broken.text(texts.get(random.nextInt(texts.size())), random);
            for (Reader reader : READERS) {
                try {
                    reader.read(text);
                } catch (Malformed expected) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(1_500 * (READERS.size() - 3));
    }
}
