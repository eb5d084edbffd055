// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An archive that can be taken apart and put together again in ways that [ArchiveWriter] refuses,
/// with every hash in the chain right.
public final class Forgery {
    private final long timestamp;
    private final List<Link> links = new ArrayList<>();

    /// An event and its records, whether they belong together or not.
    public record Link(EventType type, List<byte[]> records) {
        /// With another record in the place of one. Where a record is named by the payload after
        /// it, that names the other one then.
        public Link with(int index, byte[] record) {
            List<byte[]> changed = new ArrayList<>(records);
            changed.set(index, record);
            for (int i = index + 1; i < changed.size(); i++) {
                String text = new String(changed.get(i), StandardCharsets.UTF_8);
                changed.set(
                        i,
                        text.replace(hex(records.get(index)), hex(record))
                                .getBytes(StandardCharsets.UTF_8));
            }
            return new Link(type, changed);
        }
    }

    private Forgery(long timestamp) {
        this.timestamp = timestamp;
    }

    private static String hex(byte[] bytes) {
        return Hash.sha256Plain(bytes).hex();
    }

    /// Takes an archive apart.
    public static Forgery of(byte[] archive) throws IOException, Malformed {
        ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(archive));
        Forgery forgery = new Forgery(reader.timestamp());
        for (Optional<ArchiveEvent> event = reader.next();
                event.isPresent();
                event = reader.next()) {
            forgery.links.add(new Link(event.get().type(), event.get().records()));
        }
        return forgery;
    }

    /// What is in it, to be changed.
    public List<Link> links() {
        return links;
    }

    /// The index of an event.
    public int index(EventType type) {
        return links.stream().map(Link::type).toList().indexOf(type);
    }

    /// Puts it together.
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, RecordName.HEAD, new ArchiveHead(timestamp).bytes());
        Optional<Hash> parent = Optional.empty();
        for (int height = 0; height < links.size(); height++) {
            Link link = links.get(height);
            Optional<Hash> payload =
                    link.records().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Hash.sha256Plain(link.records().getLast()));
            byte[] event = new Event(parent, height, link.type(), payload).bytes();
            link.records().forEach(each -> write(out, hex(each) + ".data.json", each));
            write(out, hex(event) + ".event.json", event);
            parent = Optional.of(Hash.sha256Plain(event));
        }
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, String name, byte[] record) {
        out.writeBytes(new TarHeader(name, record.length, timestamp).bytes());
        out.writeBytes(record);
        out.writeBytes(new byte[TarHeader.padding(record.length)]);
    }
}
