// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads an archive, event by event, one in memory at a time. Everything in it belongs to an event,
/// has the name of its hash and stands where it has to stand; whether the data is true is not
/// looked at. Not for use by several threads. Does not close the stream.
public final class ArchiveReader {
    private final InputStream in;
    private final ArchiveHead head;
    private final Chain chain = new Chain();
    private int records;

    /// Begins to read.
    ///
    /// @throws Malformed for what is no archive
    public ArchiveReader(InputStream in) throws IOException, Malformed {
        this.in = in;
        Optional<Read> first = record();
        if (first.isEmpty() || !first.get().header().name().equals(RecordName.HEAD)) {
            throw new Malformed("records[0]", "not an archive of Belenios");
        }
        head = ArchiveHead.read(first.get().content(), "records[0]");
        sameTime(first.get().header(), "records[0]");
    }

    /// When it was made, as it says, in seconds since 1970.
    public long timestamp() {
        return head.timestamp();
    }

    /// Where the next event stands.
    public String place() {
        return chain.place();
    }

    /// The hash of the last event, which stands for all before it.
    public Optional<Hash> headHash() {
        return chain.head();
    }

    /// What the last event was.
    public Optional<EventType> lastType() {
        return chain.lastType();
    }

    /// The next event; empty at the end.
    ///
    /// @throws Malformed for anything that does not belong there, with the place
    public Optional<ArchiveEvent> next() throws IOException, Malformed {
        List<byte[]> data = new ArrayList<>();
        while (true) {
            String place = "records[" + records + "]";
            Optional<Read> record = record();
            if (record.isEmpty()) {
                if (!data.isEmpty()) {
                    throw new Malformed(chain.place(), "missing after its data");
                }
                return Optional.empty();
            }
            sameTime(record.get().header(), place);
            byte[] content = record.get().content();
            Hash hash = Hash.sha256Plain(content);
            String name = record.get().header().name();
            if (name.equals(RecordName.event(hash))) {
                return Optional.of(event(content, data));
            }
            if (!name.equals(RecordName.data(hash))) {
                throw new Malformed(place + ".name", "not the hash of the record");
            }
            data.add(content);
            if (data.size() > EventType.SETUP.records()) {
                throw new Malformed(place, "more data than an event has");
            }
        }
    }

    private ArchiveEvent event(byte[] content, List<byte[]> data) throws Malformed {
        String place = chain.place();
        try {
            Event event = Event.read(content);
            if (event.type().records() != data.size()) {
                throw new Malformed("", "not as many records of data as belong to it");
            }
            Optional<Hash> payload =
                    data.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Hash.sha256Plain(data.getLast()));
            if (!event.payload().equals(payload)) {
                throw new Malformed("payload", "not the record before it");
            }
            chain.add(event, content);
            return ArchiveEvent.of(event.type(), data);
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private void sameTime(TarHeader header, String place) throws Malformed {
        if (header.time() != head.timestamp()) {
            throw new Malformed(place + ".time", "not that of the archive");
        }
    }

    private record Read(TarHeader header, byte[] content) {}

    private Optional<Read> record() throws IOException, Malformed {
        String place = "records[" + records + "]";
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length == 0) {
            return Optional.empty();
        }
        TarHeader header = TarHeader.read(whole(block, TarHeader.BLOCK, place), place);
        int size = (int) header.size();
        byte[] content = whole(in.readNBytes(size), size, place);
        int padding = TarHeader.padding(size);
        for (byte each : whole(in.readNBytes(padding), padding, place)) {
            if (each != 0) {
                throw new Malformed(place, "not zeros after it");
            }
        }
        records++;
        return Optional.of(new Read(header, content));
    }

    private static byte[] whole(byte[] bytes, int size, String place) throws Malformed {
        if (bytes.length != size) {
            throw new Malformed(place, "the file ends within it; get the file again");
        }
        return bytes;
    }
}
