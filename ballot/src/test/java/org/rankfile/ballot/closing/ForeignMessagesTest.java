// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Broken;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.closing.Vote.Kind;
import org.rankfile.ballot.witness.Head;
import org.rankfile.ballot.witness.Postmarks;
import org.rankfile.ballot.witness.Receipt;
import org.rankfile.ballot.witness.WitnessJson;
import org.rankfile.crypto.Hash;
import org.rankfile.testkit.SeededRandom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What tellers and witnesses send each other, as it arrives.
class ForeignMessagesTest {
    private Polling polling;
    private final List<ClosingMessage> said = new ArrayList<>();

    private interface Reader<T> {
        T read(byte[] bytes) throws Malformed;
    }

    private interface Writer<T> {
        byte[] write(T value);
    }

    @BeforeEach
    void close() throws Exception {
        polling = new Polling(11, 5);
        Hash root = polling.hash();
        List<Closing> closings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            closings.add(new Closing(polling.council, i, polling.tellers.get(i)));
            said.addAll(closings.get(i).have(root));
        }
        said.addAll(closings.get(3).turn());
        for (int i = 0; i < said.size(); i++) {
            for (Closing closing : closings) {
                said.addAll(closing.receive(said.get(i)));
            }
        }
        // One who committed turns.
        Closing again = new Closing(polling.council, 0, polling.tellers.getFirst());
        said.stream()
                .filter(each -> each.teller() == 0)
                .filter(each ->
                        !(each instanceof SignedVote(int _, Vote vote, var _, var _)
                                && vote.kind() == Kind.SEAL))
                .forEach(again::recall);
        said.addAll(again.turn());
    }

    @Test
    @DisplayName("CLOSE-6: what tellers say is read as it was written, and holds")
    void whatTellersSayIsReadAsItWasWritten() throws Exception {
        assertThat(said).filteredOn(each -> each instanceof Turn).hasSize(2);
        assertThat(said)
                .filteredOn(each -> each instanceof SignedVote)
                .extracting(each -> ((SignedVote) each).vote().kind())
                .contains(Kind.values());
        for (ClosingMessage message : said) {
            ClosingMessage read = ClosingMessage.read(message.bytes());
            assertThat(read).isEqualTo(message);
            assertThat(read.bytes()).isEqualTo(message.bytes());
            assertThat(read.holds(polling.council)).isTrue();
        }
    }

    @Test
    void numbersThatNoTellerCanSayAreRefused() {
        String vote = text(said.getFirst());
        String turn = text(said.getLast());
        assertThat(vote).contains("\"epoch\":0", "\"teller\":0", "\"close\"");
        assertThat(turn).contains("\"turn\":1");
        for (String wrong :
                List.of(
                        vote.replace("\"epoch\":0", "\"epoch\":1000"),
                        vote.replace("\"teller\":0", "\"teller\":16"),
                        vote.replace("\"teller\":0", "\"teller\":-1"),
                        vote.replace("\"close\"", "\"open\""),
                        vote.replace("\"close\"", "\"seal\"").replace("epoch\":0", "epoch\":1"),
                        turn.replace("\"turn\":1", "\"turn\":0"),
                        turn.replace("\"turn\":1", "\"turn\":1000"),
                        vote + " ".repeat(9_000))) {
            assertThat(refused(wrong.getBytes(StandardCharsets.UTF_8), ClosingMessage::read))
                    .as(wrong)
                    .isTrue();
        }
    }

    @Test
    void whatTellersSaidIsReadOrRefusedWhateverBecomesOfIt() {
        List<byte[]> texts = said.stream().map(ClosingMessage::bytes).toList();
        fuzz(texts, ClosingMessage::read, ClosingMessage::bytes);
    }

    @Test
    @DisplayName("WIT-5: receipts and heads are read as they were written, and hold")
    void receiptsAndHeadsAreReadAsTheyWereWritten() throws Exception {
        witness();
        String election = polling.council.election();
        byte[] receipts = WitnessJson.receipts(polling.receipts);
        assertThat(WitnessJson.readReceipts(receipts, election)).isEqualTo(polling.receipts);
        Postmarks postmarks = new Postmarks(polling.notice.panel(election));
        for (Receipt receipt : WitnessJson.readReceipts(receipts, election)) {
            assertThat(postmarks.add(receipt)).isTrue();
        }
        for (Receipt other : WitnessJson.readReceipts(receipts, "another")) {
            assertThat(postmarks.add(other)).isFalse();
        }
        for (Head.Signed end : polling.ends) {
            Head.Signed read = WitnessJson.readHead(WitnessJson.head(end), election);
            assertThat(read).isEqualTo(end);
            assertThat(postmarks.addEnd(read)).isTrue();
            assertThat(postmarks.addCountersignature(read)).isFalse();
        }
        for (Head.Signed seen : polling.countersigned) {
            Head.Signed read = WitnessJson.readHead(WitnessJson.head(seen), election);
            assertThat(postmarks.addCountersignature(read)).isTrue();
        }
        assertThat(postmarks.timely()).hasSize(3);
        assertThat(WitnessJson.readReceipts(WitnessJson.receipts(List.of()), election)).isEmpty();
    }

    @Test
    void receiptsAndHeadsAreReadOrRefusedWhateverBecomesOfThem() {
        witness();
        fuzz(
                List.of(WitnessJson.receipts(polling.receipts)),
                bytes -> WitnessJson.readReceipts(bytes, "e"),
                WitnessJson::receipts);
        fuzz(
                polling.countersigned.stream().map(WitnessJson::head).toList(),
                bytes -> WitnessJson.readHead(bytes, "e"),
                WitnessJson::head);
    }

    private void witness() {
        for (int i = 0; i < 3; i++) {
            CastEnvelope envelope = polling.cast(polling.voters.get(i), 1, Place.FIRST);
            polling.witness(envelope, Polling.OPENS);
        }
        polling.end();
    }

    private static String text(ClosingMessage message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }

    private static <T> void fuzz(List<byte[]> texts, Reader<T> reader, Writer<T> writer) {
        SeededRandom random = new SeededRandom(texts.size());
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Broken.text(texts.get(random.nextInt(texts.size())), random);
            try {
                assertThat(writer.write(reader.read(broken))).isEqualTo(broken);
            } catch (Malformed expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 1_999);
    }

    private static boolean refused(byte[] bytes, Reader<?> reader) {
        try {
            reader.read(bytes);
            return false;
        } catch (Malformed expected) {
            return true;
        }
    }
}
