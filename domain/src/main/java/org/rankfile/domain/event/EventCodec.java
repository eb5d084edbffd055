// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Bodies ↔ envelopes (docs/spec/event.md). Pure.
public final class EventCodec {
    private static final int VERSION = 1;

    private EventCodec() {}

    /// The body of an envelope. Events of later versions cannot be written.
    ///
    /// @throws IllegalArgumentException for an [Event.Unknown]
    public static byte[] encode(Envelope envelope) {
        CborWriter out = new CborWriter();
        Optional<Batch> batch = envelope.batch();
        boolean undoes = !envelope.undoes().isEmpty();
        out.map(2 + (batch.isPresent() ? 1 : 0) + (undoes ? 1 : 0));
        if (batch.isPresent()) {
            out.text("b").map(2);
            out.text("i").text(batch.get().id()).text("n").text(batch.get().name());
        }
        out.text("e").array(envelope.events().size());
        envelope.events().forEach(event -> write(out, event));
        if (undoes) {
            out.text("u").array(envelope.undoes().size());
            envelope.undoes().forEach(op -> out.bytes(op.hash().bytes()));
        }
        return out.text("v").integer(VERSION).toByteArray();
    }

    /// The envelope of a body; empty for bytes that break EV-1 or EV-2. What this version does not
    /// know becomes [Event.Unknown].
    public static Optional<Envelope> decode(byte[] body) {
        Cbor value;
        try {
            value = CborReader.read(body);
        } catch (CborRefused refused) {
            return Optional.empty();
        }
        if (!(value instanceof Cbor.Fields(Map<String, Cbor> fields))
                || !(fields.get("v") instanceof Cbor.Int(long version))
                || version < 1
                || !(fields.get("e") instanceof Cbor.Items(List<Cbor> items))) {
            return Optional.empty();
        }
        List<Event> events = new ArrayList<>(items.size());
        items.forEach(item -> events.add(event(item).orElseGet(Event.Unknown::new)));
        return Optional.of(new Envelope(batch(fields), undoes(fields), events));
    }

    private static void write(CborWriter out, Event event) {
        switch (event) {
            case Event.Put put -> {
                out.map(4).text("f").map(put.fields().size());
                inByteOrder(put.fields()).forEach((field, text) -> out.text(field).text(text));
                out.text("i").text(put.key().id());
                out.text("k").text(put.key().kind()).text("t").text("put");
            }
            case Event.Elements set -> {
                out.map(6).text("+").array(set.added().size());
                set.added().forEach(out::text);
                out.text("-").array(set.removed().size());
                set.removed().forEach(out::text);
                out.text("i").text(set.key().id()).text("k").text(set.key().kind());
                out.text("s").text(set.set()).text("t").text("set");
            }
            case Event.Note note -> {
                out.map(4).text("i").text(note.key().id()).text("k").text(note.key().kind());
                out.text("t").text("note").text("x").text(note.text());
            }
            case Event.Strike(RecordKey key, OpId op, int index) ->
                    note(out, "strike", key, op, index);
            case Event.Unstrike(RecordKey key, OpId op, int index) ->
                    note(out, "unstrike", key, op, index);
            case Event.Reopen open -> {
                out.map(5).text("f").text(open.field()).text("i").text(open.key().id());
                out.text("k").text(open.key().kind()).text("t").text("open");
                out.text("w").array(open.values().size());
                open.values().forEach(out::text);
            }
            case Event.Drop drop -> {
                out.map(3).text("i").text(drop.key().id());
                out.text("k").text(drop.key().kind()).text("t").text("drop");
            }
            case Event.Step step -> {
                out.map(8).text("h").bytes(step.whole().bytes());
                out.text("i").text(step.key().id()).text("k").text(step.key().kind());
                out.text("m").integer(step.parts()).text("n").integer(step.part());
                out.text("s").text(step.step()).text("t").text("step");
                out.text("x").bytes(step.bytes());
            }
            case Event.Unknown unknown ->
                    throw new IllegalArgumentException("an event of a later version: " + unknown);
        }
    }

    private static void note(CborWriter out, String type, RecordKey key, OpId op, int index) {
        out.map(5).text("i").text(key.id()).text("k").text(key.kind()).text("n").integer(index);
        out.text("o").bytes(op.hash().bytes()).text("t").text(type);
    }

    /// Shorter keys first, as their encoded bytes order them.
    private static SortedMap<String, String> inByteOrder(SortedMap<String, String> fields) {
        SortedMap<String, String> ordered = new TreeMap<>(KeyOrder.BYTES);
        ordered.putAll(fields);
        return ordered;
    }

    private static Optional<Event> event(Cbor item) {
        if (!(item instanceof Cbor.Fields(Map<String, Cbor> fields))
                || !(fields.get("t") instanceof Cbor.Text(String type))
                || !(fields.get("k") instanceof Cbor.Text(String kind))
                || !(fields.get("i") instanceof Cbor.Text(String id))) {
            return Optional.empty();
        }
        RecordKey key = new RecordKey(kind, id);
        return switch (type) {
            case "put" -> put(key, fields);
            case "set" -> elements(key, fields);
            case "note" ->
                    fields.get("x") instanceof Cbor.Text(String text)
                            ? Optional.of(new Event.Note(key, text))
                            : Optional.empty();
            case "strike" -> note(fields, (op, index) -> new Event.Strike(key, op, index));
            case "unstrike" -> note(fields, (op, index) -> new Event.Unstrike(key, op, index));
            case "open" -> reopen(key, fields);
            case "drop" -> Optional.of(new Event.Drop(key));
            case "step" -> step(key, fields);
            default -> Optional.empty();
        };
    }

    private static Optional<Event> put(RecordKey key, Map<String, Cbor> fields) {
        if (!(fields.get("f") instanceof Cbor.Fields(Map<String, Cbor> values))) {
            return Optional.empty();
        }
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((field, value) -> {
            if (value instanceof Cbor.Text(String text)) {
                texts.put(field, text);
            }
        });
        return Optional.of(new Event.Put(key, texts));
    }

    private static Optional<Event> elements(RecordKey key, Map<String, Cbor> fields) {
        if (!(fields.get("s") instanceof Cbor.Text(String set))
                || !(fields.get("+") instanceof Cbor.Items(List<Cbor> added))
                || !(fields.get("-") instanceof Cbor.Items(List<Cbor> removed))) {
            return Optional.empty();
        }
        return Optional.of(new Event.Elements(key, set, texts(added), texts(removed)));
    }

    private static Optional<Event> reopen(RecordKey key, Map<String, Cbor> fields) {
        if (!(fields.get("f") instanceof Cbor.Text(String field))
                || !(fields.get("w") instanceof Cbor.Items(List<Cbor> items))) {
            return Optional.empty();
        }
        List<String> values = texts(items);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event.Reopen(key, field, values));
    }

    private static Optional<Event> note(
            Map<String, Cbor> fields, BiFunction<OpId, Integer, Event> event) {
        if (!(fields.get("o") instanceof Cbor.Bytes(byte[] op))
                || op.length != Hash.BYTES
                || !(fields.get("n") instanceof Cbor.Int(long index))
                || index < 0
                || index > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(event.apply(new OpId(Hash.of(op)), (int) index));
    }

    private static Optional<Event> step(RecordKey key, Map<String, Cbor> fields) {
        if (!(fields.get("s") instanceof Cbor.Text(String step))
                || !(fields.get("h") instanceof Cbor.Bytes(byte[] whole))
                || whole.length != Hash.BYTES
                || !(fields.get("n") instanceof Cbor.Int(long part))
                || !(fields.get("m") instanceof Cbor.Int(long parts))
                || !(fields.get("x") instanceof Cbor.Bytes(byte[] bytes))
                || !Event.Step.fits(part, parts, bytes)) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.Step(key, step, Hash.of(whole), (int) part, (int) parts, bytes));
    }

    private static Optional<Batch> batch(Map<String, Cbor> envelope) {
        if (envelope.get("b") instanceof Cbor.Fields(Map<String, Cbor> fields)
                && fields.get("i") instanceof Cbor.Text(String id)
                && fields.get("n") instanceof Cbor.Text(String name)) {
            return Optional.of(new Batch(id, name));
        }
        return Optional.empty();
    }

    private static List<OpId> undoes(Map<String, Cbor> envelope) {
        List<OpId> ops = new ArrayList<>();
        if (envelope.get("u") instanceof Cbor.Items(List<Cbor> items)) {
            for (Cbor item : items) {
                if (item instanceof Cbor.Bytes(byte[] op) && op.length == Hash.BYTES) {
                    ops.add(new OpId(Hash.of(op)));
                }
            }
        }
        return ops;
    }

    private static List<String> texts(List<Cbor> items) {
        List<String> texts = new ArrayList<>(items.size());
        for (Cbor item : items) {
            if (item instanceof Cbor.Text(String text)) {
                texts.add(text);
            }
        }
        return texts;
    }
}
