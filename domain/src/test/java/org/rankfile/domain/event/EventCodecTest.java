// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.ProjectFiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Bodies of ops as docs/spec/event.md has them: EV-1, EV-2, EV-3, EV-4, EV-5.
class EventCodecTest {
    private static final RecordKey CASE = RecordKey.grievance("0123456789abcdef");
    private static final OpId OP = new OpId(Hash.of(filled()));

    private static byte[] filled() {
        byte[] bytes = new byte[Hash.BYTES];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private static JsonNode vectors() throws Exception {
        return new ObjectMapper().readTree(ProjectFiles.vectors("events.json").toFile());
    }

    private static Envelope one(Event event) {
        return new Envelope(Optional.empty(), List.of(), List.of(event));
    }

    private static Event.Put put(Map<String, String> fields) {
        return new Event.Put(CASE, new TreeMap<>(fields));
    }

    private static Event.Step step(int part, int parts, byte[] bytes) {
        RecordKey ballot = RecordKey.ballot("0123456789abcdef");
        return new Event.Step(ballot, "notice", OP.hash(), part, parts, bytes);
    }

    /// What the vectors of `written` say.
    static Map<String, Envelope> written() {
        Map<String, Envelope> written = new TreeMap<>();
        written.put("put", one(put(Map.of("stage", "Step 2", "place", "", "remedy", "Señal"))));
        written.put("put without a field", one(put(Map.of())));
        written.put("set", one(new Event.Elements(CASE, "articles", List.of("9"), List.of("14"))));
        written.put("note", one(new Event.Note(CASE, "Called her")));
        written.put("strike", one(new Event.Strike(CASE, OP, 300)));
        written.put("unstrike", one(new Event.Unstrike(CASE, OP, 0)));
        written.put("open", one(new Event.Reopen(CASE, "stage", List.of("Step 2", "Step 3"))));
        written.put("drop", one(new Event.Drop(CASE)));
        written.put("step", one(step(1, 64, new byte[] {1, 2, 3})));
        written.put(
                "batch and undoes",
                new Envelope(
                        Optional.of(new Batch("fedcba9876543210", "list.csv")),
                        List.of(OP),
                        List.of(new Event.Drop(CASE), put(Map.of("stage", "")))));
        return written;
    }

    @Test
    void writesAndReadsTheVectors() throws Exception {
        JsonNode vectors = vectors().get("written");
        assertThat(vectors).hasSize(written().size());
        written()
                .forEach((name, envelope) -> {
                    String hex = vectors.get(name).asText();
                    assertThat(HexFormat.of().formatHex(EventCodec.encode(envelope)))
                            .isEqualTo(hex);
                    assertThat(EventCodec.decode(HexFormat.of().parseHex(hex))).contains(envelope);
                });
    }

    @Test
    void readsWhatLaterVersionsWriteAsFarAsItKnowsIt() throws Exception {
        vectors()
                .get("later")
                .properties()
                .forEach(vector -> {
                    byte[] body = HexFormat.of().parseHex(vector.getValue().asText());
                    Envelope envelope = EventCodec.decode(body).orElseThrow();
                    Event expected =
                            vector.getKey().startsWith("put")
                                    ? put(Map.of("stage", "Step 2"))
                                    : new Event.Unknown();
                    assertThat(envelope.events()).as(vector.getKey()).containsExactly(expected);
                });
    }

    @Test
    void refusesTheVectorsOfBrokenBodies() throws Exception {
        vectors()
                .get("refused")
                .properties()
                .forEach(vector -> {
                    byte[] body = HexFormat.of().parseHex(vector.getValue().asText());
                    assertThat(EventCodec.decode(body)).as(vector.getKey()).isEmpty();
                });
    }

    @Test
    void anyEnvelopeComesBackAsItWas() {
        Gen.forSeeds(
                1,
                500,
                seed -> {
                    Random random = new Random(seed);
                    List<Event> events = new ArrayList<>();
                    for (int i = 0; i < random.nextInt(5); i++) {
                        events.add(
                                random.nextBoolean()
                                        ? put(Map.of(text(random), text(random), "k", text(random)))
                                        : new Event.Elements(
                                                CASE,
                                                text(random),
                                                List.of(text(random)),
                                                List.of()));
                    }
                    Envelope envelope = new Envelope(Optional.empty(), List.of(OP), events);
                    assertThat(EventCodec.decode(EventCodec.encode(envelope))).contains(envelope);
                });
    }

    /// Half a surrogate pair has no UTF-8.
    private static String text(Random random) {
        return new String(Gen.text(random, 5).getBytes(UTF_8), UTF_8);
    }

    @Test
    void changedAndRandomBytesAreAnEnvelopeOrNothing() {
        List<byte[]> bodies = written().values().stream().map(EventCodec::encode).toList();
        Gen.forSeeds(
                1,
                5_000,
                seed -> {
                    Random random = new Random(seed);
                    byte[] body = bodies.get(random.nextInt(bodies.size())).clone();
                    for (int i = 0; i <= random.nextInt(3); i++) {
                        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                    }
                    byte[] cut = Arrays.copyOf(body, random.nextInt(body.length + 1));
                    EventCodec.decode(body)
                            .ifPresent(e -> assertThat(e.events()).doesNotContainNull());
                    EventCodec.decode(cut)
                            .ifPresent(e -> assertThat(e.events()).doesNotContainNull());
                });
    }

    @Test
    void manyEventsGoIntoFewBodiesAndEachNamesImportAndUndo() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(put(Map.of("notes", "x".repeat(100))));
        }
        Optional<Batch> batch = Optional.of(new Batch("b", "list.csv"));
        List<byte[]> bodies = EventPacker.pack(batch, List.of(OP), events);
        assertThat(bodies).hasSizeBetween(2, 5);
        List<Event> read = new ArrayList<>();
        for (byte[] body : bodies) {
            assertThat(body.length).isLessThanOrEqualTo(Limits.BODY_BYTES);
            Envelope envelope = EventCodec.decode(body).orElseThrow();
            assertThat(envelope.batch()).isEqualTo(batch);
            assertThat(envelope.undoes()).containsExactly(OP);
            read.addAll(envelope.events());
        }
        assertThat(read).isEqualTo(events);
    }

    @Test
    void anEventLargerThanABodyIsCutIntoSeveralThatSayTheSame() {
        String text = "€".repeat(Limits.LONG_CHARS);
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Limits.ELEMENTS; i++) {
            elements.add(i + "x".repeat(Limits.SHORT_CHARS));
        }
        List<Event> large =
                List.of(
                        put(Map.of("a", text, "b", text, "c", text)),
                        new Event.Elements(CASE, "witnesses", elements, elements));
        Map<String, String> fields = new TreeMap<>();
        List<String> added = new ArrayList<>();
        for (byte[] body : EventPacker.pack(Optional.empty(), List.of(), large)) {
            for (Event event : EventCodec.decode(body).orElseThrow().events()) {
                switch (event) {
                    case Event.Put put -> fields.putAll(put.fields());
                    case Event.Elements set -> added.addAll(set.added());
                    default -> throw new AssertionError(event);
                }
            }
        }
        assertThat(fields).hasSize(3).containsValue(text);
        assertThat(added).isEqualTo(elements);
    }
}
