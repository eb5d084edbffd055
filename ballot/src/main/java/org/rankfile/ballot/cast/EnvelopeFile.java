// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.crypto.Hash;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A file of envelopes, to be carried on a stick where there is no network (CAST-6). The same
/// envelopes give the same file, in the order of their ids, which tells nothing of who cast when.
/// What is in it is believed no more than what comes over the mesh.
public final class EnvelopeFile {
    private static final byte[] MAGIC = "RANKCAST".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;

    private EnvelopeFile() {}

    /// Writes a file. The same envelope may be there several times and is written once.
    ///
    /// @param out stays open
    /// @throws IllegalArgumentException for more than one file may hold ([Limits#FILE_ENVELOPES],
    ///   [Limits#FILE_BYTES])
    public static void write(OutputStream out, Collection<CastEnvelope> envelopes)
            throws IOException {
        Map<Hash, byte[]> distinct = new TreeMap<>();
        envelopes.forEach(envelope -> distinct.put(envelope.id(), envelope.bytes()));
        long total = distinct.values().stream().mapToLong(bytes -> bytes.length).sum();
        if (distinct.size() > Limits.FILE_ENVELOPES || total > Limits.FILE_BYTES) {
            throw new IllegalArgumentException("more than one file may hold");
        }
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeByte(VERSION);
        data.writeInt(distinct.size());
        for (byte[] bytes : distinct.values()) {
            data.writeInt(bytes.length);
            data.write(bytes);
        }
        data.flush();
    }

    /// Reads a whole file, in the order of the ids. Whether envelopes hold is for [CastCheck] to
    /// say, one by one.
    ///
    /// @param in is read to its end and stays open
    /// @throws Malformed with the place, for anything but what [#write] writes
    public static List<CastEnvelope> read(InputStream in) throws IOException, Malformed {
        byte[] magic = part(in, MAGIC.length, "");
        if (!Arrays.equals(magic, MAGIC) || part(in, 1, "")[0] != VERSION) {
            throw new Malformed("", "not a file of envelopes of version 1");
        }
        int count = number(in, Limits.FILE_ENVELOPES, "count");
        List<CastEnvelope> envelopes = new ArrayList<>();
        long left = Limits.FILE_BYTES;
        for (int i = 0; i < count; i++) {
            String place = "envelopes[" + i + "]";
            int length = number(in, (int) Math.min(left, Limits.ENVELOPE_BYTES), place);
            left -= length;
            CastEnvelope envelope = envelope(part(in, length, place), place);
            if (i > 0 && envelopes.getLast().id().compareTo(envelope.id()) >= 0) {
                throw new Malformed(place, "not in the order of ids");
            }
            envelopes.add(envelope);
        }
        if (in.read() >= 0) {
            throw new Malformed("", "something after the last envelope");
        }
        return List.copyOf(envelopes);
    }

    private static CastEnvelope envelope(byte[] bytes, String place) throws Malformed {
        try {
            return CastEnvelope.read(bytes);
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private static int number(InputStream in, int most, String place)
            throws IOException, Malformed {
        int number = ByteBuffer.wrap(part(in, Integer.BYTES, place)).getInt();
        if (number < 0 || number > most) {
            throw new Malformed(place, "more than " + most);
        }
        return number;
    }

    private static byte[] part(InputStream in, int length, String place)
            throws IOException, Malformed {
        byte[] part = in.readNBytes(length);
        if (part.length < length) {
            throw new Malformed(place, "cut off");
        }
        return part;
    }
}
