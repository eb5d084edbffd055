// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// Writes an archive, event by event. The same events and time give the same bytes. Not for use by
/// several threads. Does not close the stream.
public final class ArchiveWriter {
    private final OutputStream out;
    private final ArchiveHead head;
    private final Chain chain = new Chain();

    /// Begins an archive.
    ///
    /// @param timestamp in seconds since 1970, until the year 2242: when voting ended
    public ArchiveWriter(OutputStream out, long timestamp) throws IOException {
        this.out = out;
        head = new ArchiveHead(timestamp);
        write(RecordName.HEAD, head.bytes());
    }

    /// Adds an event.
    ///
    /// @throws IllegalStateException where such an event cannot come next
    public void add(ArchiveEvent event) throws IOException {
        List<byte[]> records = event.records();
        Optional<Hash> payload =
                records.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Hash.sha256Plain(records.getLast()));
        byte[] link = chain.next(event.type(), payload).bytes();
        try {
            chain.add(Event.read(link), link);
        } catch (Malformed order) {
            throw new IllegalStateException(order);
        }
        for (byte[] record : records) {
            write(RecordName.data(Hash.sha256Plain(record)), record);
        }
        write(RecordName.event(Hash.sha256Plain(link)), link);
    }

    private void write(String name, byte[] record) throws IOException {
        out.write(new TarHeader(name, record.length, head.timestamp()).bytes());
        out.write(record);
        out.write(new byte[TarHeader.padding(record.length)]);
    }

    /// The hash of the last event, which stands for all before it.
    public Optional<Hash> headHash() {
        return chain.head();
    }
}
