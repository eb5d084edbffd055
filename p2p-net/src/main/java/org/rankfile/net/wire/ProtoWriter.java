// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the few kinds of protobuf fields that libp2p's messages have. Not safe for several
/// threads.
public final class ProtoWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A varint field (wire type 0).
    public ProtoWriter number(int field, long value) {
        Varint.write(out, (long) field << 3);
        Varint.write(out, value);
        return this;
    }

    /// A bytes or message field (wire type 2).
    public ProtoWriter bytes(int field, byte[] value) {
        Varint.write(out, (long) field << 3 | 2);
        Varint.write(out, value.length);
        out.writeBytes(value);
        return this;
    }

    /// A string field.
    public ProtoWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /// The message so far.
    public byte[] toBytes() {
        return out.toByteArray();
    }
}
