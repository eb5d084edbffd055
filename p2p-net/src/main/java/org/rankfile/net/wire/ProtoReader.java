// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

/// Reads a protobuf message field by field; the caller ignores fields that it does not know. Groups
/// are refused. Not safe for several threads.
///
/// ```java
/// while (reader.next()) {
///     switch (reader.field()) {
///         case 1 -> key = reader.bytes();
///         default -> {}
///     }
/// }
/// ```
public final class ProtoReader {
    private static final int MAX_FIELD = (1 << 29) - 1;

    private final ByteReader in;
    private int field;
    private long number;
    private byte[] bytes = new byte[0];
    private int wireType;

    /// Reads the message in the given bytes.
    public ProtoReader(byte[] message) {
        in = new ByteReader(message);
    }

    /// Goes to the next field; false at the end of the message.
    ///
    /// @throws Malformed if the message is cut off or breaks the encoding
    public boolean next() throws Malformed {
        if (in.atEnd()) {
            return false;
        }
        long tag = in.varint();
        if (tag >>> 3 < 1 || tag >>> 3 > MAX_FIELD) {
            throw new Malformed("protobuf field number");
        }
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        switch (wireType) {
            case 0 -> number = tenByteVarint();
            case 1 -> in.skip(8);
            case 2 -> bytes = in.bytes(in.varint());
            case 5 -> in.skip(4);
            default -> throw new Malformed("protobuf wire type");
        }
        return true;
    }

    /// Negative numbers take ten bytes in protobuf, one more than multiformats allow.
    private long tenByteVarint() throws Malformed {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = in.bytes(1)[0];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new Malformed("protobuf number longer than 10 bytes");
    }

    /// The number of the current field.
    public int field() {
        return field;
    }

    /// The current field as a number.
    ///
    /// @throws Malformed if it is of another wire type
    public long number() throws Malformed {
        if (wireType != 0) {
            throw new Malformed("protobuf field is no number");
        }
        return number;
    }

    /// The current field as bytes.
    ///
    /// @throws Malformed if it is of another wire type
    public byte[] bytes() throws Malformed {
        if (wireType != 2) {
            throw new Malformed("protobuf field is not bytes");
        }
        return bytes;
    }

    /// The current field as text.
    ///
    /// @throws Malformed if it is no UTF-8 or of another wire type
    public String text() throws Malformed {
        return ByteReader.utf8(bytes());
    }
}
